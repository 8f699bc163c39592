import { html } from 'lit'
import type { Note } from '@visitkit/sdk'
import type { Formatter } from './format.ts'

interface SignatureTexts {
  readonly addendum: string
  readonly signature: (values: { readonly name: string; readonly time: string }) => string
}

/** The addenda of a note and who signed it, below its text. */
export const noteSignatures = (
  texts: SignatureTexts,
  format: Formatter,
  { addenda, signatures }: Note,
  look: string,
): unknown => {
  const signed = ({ by, at }: Note['signatures'][number]): unknown =>
    html`<p class="small muted">${texts.signature({ name: by.displayName, time: format.momentWithYear(at) })}</p>`
  return [
    ...addenda.map(
      ({ text, signature }) =>
        html`<div class="tight">
          <b class="small">${texts.addendum}</b>
          <p class=${look} dir="auto">${text}</p>
          ${signed(signature)}
        </div>`,
    ),
    ...signatures.map(signed),
  ]
}
