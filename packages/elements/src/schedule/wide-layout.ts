import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Pixels from which the week is a grid. */
const GRID_FROM = 820

/** Whether the element has room for a grid. */
export class WideLayout implements ReactiveController {
  isWide = false
  readonly #host: ReactiveControllerHost & HTMLElement
  #observer: ResizeObserver | undefined

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const isWide = (entry?.contentRect.width ?? 0) >= GRID_FROM
      if (isWide === this.isWide) return
      this.isWide = isWide
      // Not within the observation: the height changes with the layout.
      requestAnimationFrame(() => this.#host.requestUpdate())
    })
    this.#observer.observe(this.#host)
  }

  hostDisconnected(): void {
    this.#observer?.disconnect()
  }
}
