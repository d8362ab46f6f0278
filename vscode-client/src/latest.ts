/**
 * Does work a short time after it was last asked for. What is asked for while it runs stops it: of
 * two runs only the later one has a result.
 */
export class Latest<T> {
  readonly #pause: number;
  readonly #work: (stop: AbortSignal) => Promise<T>;
  readonly #done: (result: T) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | undefined;

  /**
   * @param pause how long (in ms) nothing must have been asked for
   * @param work must not throw
   * @param done takes the result, unless there was something newer
   */
  constructor(pause: number, work: (stop: AbortSignal) => Promise<T>, done: (result: T) => void) {
    this.#pause = pause;
    this.#work = work;
    this.#done = done;
  }

  /** Asks for the work, to begin after the usual pause or another one (in ms). */
  ask(pause = this.#pause): void {
    this.stop();
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  /** Nothing is wanted any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = undefined;
  }

  async #run(): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const result = await this.#work(running.signal);
    if (!running.signal.aborted) {
      this.#running = undefined;
      this.#done(result);
    }
  }
}
