/** Where something is drawn. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * The one of several boxes that lies next in a direction, as someone who looks at them would say:
 * near, and rather straight ahead than aside.
 */
export function nextBox<B extends Box>(
  from: Box,
  others: readonly B[],
  direction: Direction,
): B | undefined {
  let best: B | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const { ahead, gap, aside } = seen(from, other, direction);
    // Aside costs more than ahead.
    const cost = gap + 3 * aside;
    if (ahead > 0 && cost < least) {
      best = other;
      least = cost;
    }
  }
  return best;
}

/** How far a box is ahead, center to center and edge to edge, and how far aside. */
function seen(from: Box, to: Box, direction: Direction) {
  const [low, high, crossLow, crossHigh] = (
    direction === 'left' || direction === 'right'
      ? ['left', 'right', 'top', 'bottom']
      : ['top', 'bottom', 'left', 'right']
  ) as [keyof Box, keyof Box, keyof Box, keyof Box];
  const sign = direction === 'right' || direction === 'down' ? 1 : -1;
  const ahead = (sign * (to[low] + to[high] - from[low] - from[high])) / 2;
  const gap = sign > 0 ? to[low] - from[high] : from[low] - to[high];
  const aside = Math.max(0, to[crossLow] - from[crossHigh], from[crossLow] - to[crossHigh]);
  const across = Math.abs(to[crossLow] + to[crossHigh] - from[crossLow] - from[crossHigh]) / 2;
  // What is more aside than ahead lies in another direction.
  return {
    ahead: ahead > across / 2 ? ahead : 0,
    gap: Math.max(0, gap),
    aside: aside + across / 4,
  };
}
