import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Whether the element, not the window, has room for a second column. Renders the host again when that changes. */
export class WideLayout implements ReactiveController {
  isWide = false
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #from: number
  readonly #onChange: (() => void) | undefined
  #observer: ResizeObserver | undefined

  /** @param from - The least width in CSS pixels. */
  constructor(host: ReactiveControllerHost & HTMLElement, from: number, onChange?: () => void) {
    this.#host = host
    this.#from = from
    this.#onChange = onChange
    host.addController(this)
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => {
      const isWide = (entry?.contentRect.width ?? 0) >= this.#from
      if (isWide === this.isWide) return
      this.isWide = isWide
      // Not within the observation: the height changes with the layout.
      requestAnimationFrame(() => {
        this.#onChange?.()
        this.#host.requestUpdate()
      })
    })
    this.#observer.observe(this.#host)
  }

  hostDisconnected(): void {
    this.#observer?.disconnect()
  }
}
