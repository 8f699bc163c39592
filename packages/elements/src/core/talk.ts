import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ThreadMessage } from '@visitkit/sdk'
import type { Formatter } from './format.ts'

interface Talk {
  /** Instead of one's own name. */
  readonly you: string
  readonly format: Formatter
  readonly className?: string
  /** Below the text of a message. */
  readonly below?: (message: ThreadMessage) => unknown
}

/** Messages, which come newest first, from the oldest to the newest: the newest one is next to where the person writes. */
export const talk = (
  messages: readonly ThreadMessage[],
  { you, format, className = '', below = () => nothing }: Talk,
): TemplateResult =>
  html`<ol class="talk ${className}">
    ${repeat(
      messages.toReversed(),
      ({ id }) => id,
      (message) => {
        const { from, mine, text, at } = message
        return html`<li class=${mine ? 'said mine' : 'said'}>
          <p class="small muted num">
            <b dir="auto">${mine ? you : from.displayName}</b>${format.comma}<time datetime=${at}
              >${format.recently(at, new Date().toISOString())}</time
            >
          </p>
          <p class="text" dir="auto">${text}</p>
          ${below(message)}
        </li>`
      },
    )}
  </ol>`
