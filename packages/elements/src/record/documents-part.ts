import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { isProblem, type Consent, type VisitClient } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { SignedText } from '../core/signed-text.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { documentsMessages } from './documents.messages.ts'

/** As many of each kind as are listed. */
const most = 50

interface RecordDocument {
  readonly id: string
  readonly at: string
  readonly name: string
  readonly about: string
  /** A file to save, or a text to read here. */
  readonly opens:
    { readonly fileName: string; readonly file: (signal: AbortSignal) => Promise<Blob> } | { readonly consent: Consent }
}

/** A proxy may see some kinds and not others. The other kinds are listed all the same. */
const permitted = async <Item>(reading: Promise<{ readonly items: readonly Item[] }>): Promise<readonly Item[]> => {
  try {
    return (await reading).items
  } catch (error) {
    if (isProblem(error, 'outside_proxy_scope')) return []
    throw error
  }
}

/** Summaries, signed agreements and cost estimates in one list, the newest first. Each is saved as a file or read in its place. */
export class DocumentsPart {
  readonly #host: VisitElement
  readonly #t
  readonly #list: Loader<readonly RecordDocument[]>
  readonly #file: Loader<true>
  readonly #text: SignedText
  #client: VisitClient | null = null
  #savedId: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(documentsMessages)
    this.#list = new Loader(host)
    this.#file = new Loader(host)
    this.#text = new SignedText(host)
  }

  reset(): void {
    for (const each of [this.#list, this.#file, this.#text]) each.reset()
    this.#client = this.#savedId = null
  }

  async load(client: VisitClient, patientId: string): Promise<void> {
    this.reset()
    this.#client = client
    await this.#list.run((signal) => this.#read(client, patientId, signal))
  }

  async #read(client: VisitClient, patientId: string, signal: AbortSignal): Promise<readonly RecordDocument[]> {
    const [t, { format }, options] = [this.#t, this.#host, { signal }]
    const [summaries, consents, estimates] = await Promise.all([
      permitted(client.summaries.ofPatient(patientId, { limit: most }, options).page()),
      permitted(client.consents.list(patientId, { limit: most }, options).page()),
      permitted(client.estimates.ofPatient(patientId, { limit: most }, options).page()),
    ])
    const documents: RecordDocument[] = [
      ...summaries.map(({ visitId, visitAt, visitTypeName, practitioner, publishedAt }) => ({
        id: visitId,
        at: publishedAt,
        name: t('summary', { date: format.date(visitAt) }),
        about: format.list([localized(visitTypeName, format.tag), practitioner.displayName]),
        opens: {
          fileName: t('summaryFile'),
          file: (aborts: AbortSignal) => client.summaries.pdf(visitId, { signal: aborts }),
        },
      })),
      ...consents.map((consent) => ({
        id: consent.id,
        at: consent.decidedAt,
        name: consent.title,
        about: t(`decision_${consent.decision}`, { date: format.date(consent.decidedAt) }),
        opens: { consent },
      })),
      ...estimates.flatMap(({ id, issuedAt, totalCents }) =>
        issuedAt === undefined
          ? []
          : {
              id,
              at: issuedAt,
              name: t('estimate', { date: format.date(issuedAt) }),
              about: format.money(totalCents),
              opens: {
                fileName: t('estimateFile'),
                file: (aborts: AbortSignal) => client.estimates.pdf(id, { signal: aborts }),
              },
            },
      ),
    ]
    return documents.toSorted((one, other) => other.at.localeCompare(one.at))
  }

  async #save(id: string, { file, fileName }: Exclude<RecordDocument['opens'], { consent: Consent }>): Promise<void> {
    if (this.#file.busy) return
    this.#savedId = id
    this.#host.announce(this.#t('preparing'))
    const done = await this.#file.run(async (signal) => {
      saveFile(await file(signal), `${fileName}.pdf`)
      return true as const
    })
    if (done) this.#host.announce(this.#t('saved'))
  }

  #action({ id, name, opens }: RecordDocument): TemplateResult {
    const t = this.#t
    if (!('consent' in opens))
      return html`<button
        class="btn small"
        type="button"
        aria-label=${t('saveOf', { name })}
        aria-disabled=${this.#file.busy ? 'true' : nothing}
        @click=${() => void this.#save(id, opens)}
      >
        ${t('save')}
      </button>`
    const isOpen = this.#text.isOpen(opens.consent)
    // Named by the title itself: it is in the language in which it was signed.
    return html`<button
      class="btn small"
      type="button"
      id="read-${id}"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-labelledby="read-${id} document-${id}"
      @click=${() => this.#text.toggle(this.#client, opens.consent)}
    >
      ${t(isOpen ? 'close' : 'read')}
    </button>`
  }

  #item(document: RecordDocument): TemplateResult {
    const { id, name, about, opens } = document
    const failed = this.#savedId === id ? this.#file.problem : undefined
    return html`<li class="stack">
      <div class="row between">
        <span class="tight grow"
          ><b dir="auto" id="document-${id}">${name}</b><span class="small muted" dir="auto">${about}</span></span
        >
        ${this.#action(document)}
      </div>
      ${failed ? problemView(this.#host, failed, { texts: this.#t }) : nothing}
      ${'consent' in opens && this.#text.isOpen(opens.consent) ? this.#text.render(this.#t, this.#t('preparing')) : nothing}
    </li>`
  }

  #content(): unknown {
    const { now } = this.#list
    const t = this.#t
    if (now.state === 'failed')
      return problemView(this.#host, now.problem, { texts: t, retry: () => this.#host.startAgain() })
    if (now.state !== 'ready') return html`<span class="skeleton" aria-busy="true"></span>`
    if (now.value.length === 0) return html`<p class="muted">${t('none')}</p>`
    return html`<ul class="lined">
      ${repeat(
        now.value,
        ({ id }) => id,
        (document) => this.#item(document),
      )}
    </ul>`
  }

  view(): TemplateResult {
    return html`<section class="part" aria-labelledby="documents">
      <h3 id="documents" tabindex="-1">${this.#t('heading')}</h3>
      ${this.#content()}
    </section>`
  }
}
