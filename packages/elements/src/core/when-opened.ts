import { noChange, render, type ElementPart } from 'lit'
import { Directive, directive, type DirectiveResult } from 'lit/directive.js'

class WhenOpened extends Directive {
  #content: () => unknown = () => noChange
  #isOpened: boolean | undefined

  override render(_: () => unknown): void {}

  override update({ element }: ElementPart, [content]: [() => unknown]): unknown {
    this.#content = content
    const show = (): void => void render(this.#content(), element as HTMLElement)
    if (this.#isOpened) show()
    if (this.#isOpened === undefined) {
      this.#isOpened = false
      element.parentElement?.addEventListener(
        'toggle',
        () => {
          this.#isOpened = true
          show()
        },
        { once: true },
      )
    }
    return noChange
  }
}

/**
 * The content of a part of `<details>`, which is rendered when they are first opened: a plot of hundreds of values, and its table, take
 * longer than the rest of what a press shows.
 */
export const whenOpened: (content: () => unknown) => DirectiveResult<typeof WhenOpened> = directive(WhenOpened)
