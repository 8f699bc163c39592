/** A connection that is checked regularly. */
export interface HeartbeatTarget {
  /** Sends a ping, or ends a connection that has not responded to the last one. */
  beat(): void
}

const seconds = 25

/** Pings every connection once in 25 seconds, a twenty-fifth of them each second: all at once would block the process. */
export class Heartbeat {
  readonly #slots: readonly Set<HeartbeatTarget>[] = Array.from({ length: seconds }, () => new Set<HeartbeatTarget>())
  #next = 0
  #timer: NodeJS.Timeout | null = null

  add(beating: HeartbeatTarget): () => void {
    const slot = this.#slots[Math.floor(Math.random() * seconds)] as Set<HeartbeatTarget>
    slot.add(beating)
    this.#timer ??= this.#start()
    return () => slot.delete(beating)
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  #start(): NodeJS.Timeout {
    const timer = setInterval(() => {
      const slot = this.#slots[this.#next] as Set<HeartbeatTarget>
      this.#next = (this.#next + 1) % seconds
      for (const beating of [...slot]) beating.beat()
    }, 1_000)
    timer.unref()
    return timer
  }
}
