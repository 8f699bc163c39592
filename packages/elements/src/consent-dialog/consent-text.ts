import { html, type TemplateResult } from 'lit'
import type { ConsentDocument } from '@visitkit/sdk'

const RIGHT_TO_LEFT = /^(ar|fa|he|ur)\b/

/** The published text: plain text, in which blank lines separate paragraphs. With its own language and direction. */
export const consentText = ({ sections, language }: ConsentDocument, label: string, level: number): TemplateResult =>
  html`<div
    class="text"
    part="text"
    role="region"
    aria-label=${label}
    tabindex="0"
    lang=${language}
    dir=${RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr'}
  >
    ${sections.map(
      ({ id, heading, text }) =>
        html`<section class="tight">
          <h3 class="clause" tabindex="-1" data-start=${id} aria-level=${level}>${heading}</h3>
          ${text.split(/\n\s*\n/).map((paragraph) => html`<p>${paragraph}</p>`)}
          <span data-section=${id}></span>
        </section>`,
    )}
  </div>`

/** A copy for the person (ESIGN, 15 USC 7001(c)): the same text, as plain text. */
export const consentTextFile = ({ title, version, sections }: ConsentDocument): Blob => {
  const parts = sections.map(({ heading, text }) => `${heading}\n\n${text}`)
  return new Blob([[title, ...parts, `Version ${version}`].join('\n\n\n'), '\n'], { type: 'text/plain;charset=utf-8' })
}
