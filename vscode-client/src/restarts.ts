/** How often a server that crashes is started again. */
export const MOST_RESTARTS = 5;

/** A server that has run for so long (in ms) is not in a loop of crashes. */
export const STABLE = 180_000;

/** The pause (in ms) before the first new start; each one after it is twice as long. */
export const FIRST_PAUSE = 500;

/** Decides whether a server that has ended by itself is started again, and when. */
export class Restarts {
  #crashes = 0;
  #since: number;
  readonly #now: () => number;

  /** @param now the time in ms */
  constructor(now: () => number = Date.now) {
    this.#now = now;
    this.#since = now();
  }

  /** The server has ended by itself: the pause (in ms) before the next start, if there is one. */
  crashed(): number | undefined {
    if (this.#now() - this.#since > STABLE) {
      this.#crashes = 0;
    }
    if (this.#crashes >= MOST_RESTARTS) {
      return undefined;
    }
    const pause = FIRST_PAUSE * 2 ** this.#crashes;
    this.#crashes += 1;
    this.#since = this.#now() + pause;
    return pause;
  }

  /** Somebody has asked for a new start: what was before does not count. */
  reset(): void {
    this.#crashes = 0;
    this.#since = this.#now();
  }
}
