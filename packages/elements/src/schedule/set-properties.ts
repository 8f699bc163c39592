import type { ElementPart } from 'lit'
import { Directive, directive, type DirectiveResult } from 'lit/directive.js'

type Properties = Readonly<Record<string, number>>

/** Sets custom properties of an element, which a policy without inline styles allows to a script: only those that have changed. */
class SetProperties extends Directive {
  #known: Properties = {}

  override render(_: Properties): void {}

  override update({ element }: ElementPart, [values]: [Properties]): void {
    for (const [name, value] of Object.entries(values))
      if (value !== this.#known[name]) (element as HTMLElement).style.setProperty(`--${name}`, String(value))
    this.#known = values
  }
}

export const setProperties: (values: Properties) => DirectiveResult<typeof SetProperties> = directive(SetProperties)
