import { html, nothing, type TemplateResult } from 'lit'
import type { Consent, ConsentDocument, ConsentEvidence, VisitClient } from '@visitkit/sdk'
import type { SpokenRecord } from './spoken-record.ts'
import type { PartTwoChosen } from '../consent-dialog/part-two-chosen.ts'
import { reloadPages, type LoadedPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { ConsentUses } from '../core/consent-uses.ts'
import { consentCopy } from '../core/consent-copy.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { Loader } from '../core/loader.ts'
import { moreButton } from '../core/more-button.ts'
import { SignedText } from '../core/signed-text.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { SettingsPart, type SettingsTranslate } from './settings-part.ts'

const isSpoken = ({ decidedByKind }: Consent): boolean => decidedByKind === 'member'

/** What the patient decided, with each text as it was decided on, and how to take it back. */
export class ConsentsPart extends SettingsPart<LoadedPages<Consent>> {
  #text: SignedText
  #uses: ConsentUses
  #more: Loader<true>
  #copy: Loader<[ConsentDocument, ConsentEvidence]>
  /** What was chosen in a consent of 42 CFR part 2. */
  #chosen: LazyPart<PartTwoChosen>
  /** Of decisions that a member of staff recorded. */
  #spoken: LazyPart<SpokenRecord>
  #client: VisitClient | null = null
  #askedId: string | null = null
  #pages = 1

  /** @param wantAccesses - Shows who opened the record, where it can be questioned. Absent where the page has no way there. */
  constructor(host: VisitElement, t: SettingsTranslate, wantAccesses?: (patientId: string) => void) {
    super(host, t)
    this.#spoken = new LazyPart(
      host,
      async () => new (await import('./spoken-record.ts')).SpokenRecord(host, wantAccesses),
    )
    this.#text = new SignedText(host)
    this.#uses = new ConsentUses(host)
    this.#more = new Loader(host)
    this.#copy = new Loader(host)
    this.#chosen = new LazyPart(
      host,
      async () => new (await import('../consent-dialog/part-two-chosen.ts')).PartTwoChosen(host),
    )
  }

  override reset(): void {
    super.reset()
    this.#text.reset()
    this.#uses.reset()
    this.#more.reset()
    this.#copy.reset()
    this.#client = this.#askedId = null
    this.#pages = 1
  }

  protected override async read(
    client: VisitClient,
    patientId: string,
    signal: AbortSignal,
  ): Promise<LoadedPages<Consent>> {
    this.#client = client
    const pages = await reloadPages(client.consents.list(patientId, { limit: 20 }, { signal }), this.#pages)
    if (pages.items.some(({ partTwo }) => partTwo)) void this.#chosen.fetch()
    if (pages.items.some(isSpoken)) await this.#spoken.fetch()
    return pages
  }

  async #showMore(patientId: string): Promise<void> {
    const client = this.#client
    if (!client || this.#more.busy) return
    this.#pages += 1
    await this.#more.run(async () => {
      await this.load(client, patientId, true)
      return true
    })
  }

  /** What it was used for is shown with the question: taking it back does not change that. */
  #ask(consent: Consent | null): void {
    const id = consent?.id ?? null
    this.#askedId = id
    if (consent) this.#uses.open(this.#client, consent)
    else this.#uses.reset()
    this.host.requestUpdate()
    void moveFocus(this.host, id === null ? '#heading' : '#asked')
  }

  async #takeBack({ id }: Consent): Promise<void> {
    const done = await this.act((client, _, signal) => client.consents.revoke(id, { signal }), this.t('tookBack'))
    if (done) this.#ask(null)
  }

  /** The text as it was decided on, and the signed proof of it. */
  async #saveCopy(consent: Consent): Promise<void> {
    const client = this.#client
    if (!client || this.#copy.busy) return
    const { id, documentId, documentVersion: version, language, status, decidedAt } = consent
    const read = await this.#copy.run(async (signal) =>
      Promise.all([
        client.consents.getDocument(documentId, { version, language }, { signal }),
        client.consents.evidence(id, { signal }),
      ]),
    )
    if (!read) return
    const [document, evidence] = read
    const { t, host } = this
    const page = consentCopy(
      consent,
      document,
      evidence,
      {
        intro: t('copyIntro'),
        decision: t('consentOn', { status: t(`consent_${status}`), date: host.format.momentWithYear(decidedAt) }),
        signed: this.#signed(consent),
        proof: t('copyProof'),
        proofText: t('copyProofText'),
        hash: t('copyHash'),
        statement: t('copyStatement'),
        signature: t('copySignature'),
        key: t('copyKey'),
      },
      { language: host.language.tag, direction: host.language.direction },
    )
    // The title shows what it is about, so it is not in the name of the file.
    saveFile(new Blob([page], { type: 'text/html' }), `consent-${decidedAt.slice(0, 10)}.html`)
    host.announce(t('copySaved'))
  }

  #question(consent: Consent): TemplateResult {
    const t = this.t
    return html`<div class="asked stack">
      <div class="tight">
        <h3 id="asked" tabindex="-1">${t('takeBackAsk', { title: consent.title })}</h3>
        <p>${t('takeBackText')}</p>
      </div>
      ${this.#uses.isOpen(consent) ? this.#uses.render(this.#client, consent, true) : nothing} ${this.problem}
      <div class="row wrap">
        <button
          class="btn danger"
          type="button"
          aria-disabled=${this.change.busy ? 'true' : nothing}
          @click=${() => void this.#takeBack(consent)}
        >
          ${t('takeBackNow')}
        </button>
        <button class="btn" type="button" @click=${() => this.#ask(null)}>${t('keep')}</button>
      </div>
    </div>`
  }

  #chosenView(partTwo: NonNullable<Consent['partTwo']>): unknown {
    const { now, value } = this.#chosen
    return now.state === 'failed'
      ? problemView(this.host, now.problem, { retry: () => void this.#chosen.fetch() })
      : value?.render(partTwo)
  }

  /** Who signed, or who said it and in which role it was recorded. */
  #signed(consent: Consent): string {
    if (isSpoken(consent)) return this.#spoken.value?.sentence(consent) ?? ''
    return consent.signedName ? this.t('signedAs', { name: consent.signedName }) : ''
  }

  #spokenView(consent: Consent): unknown {
    const { now, value } = this.#spoken
    return now.state === 'failed'
      ? problemView(this.host, now.problem, { retry: () => void this.#spoken.fetch() })
      : value?.render(consent)
  }

  #item(consent: Consent): TemplateResult {
    const { t, host } = this
    const { id, title, status, decidedAt, revokedAt, partTwo } = consent
    const isOpen = this.#text.isOpen(consent)
    return html`<li class="stack">
      <div class="tight">
        <b dir="auto">${title}</b>
        <span class="small"
          >${t('consentOn', { status: t(`consent_${status}`), date: host.format.date(revokedAt ?? decidedAt) })}</span
        >
        ${isSpoken(consent) || !consent.signedName ? nothing : html`<span class="small muted">${this.#signed(consent)}</span>`}
      </div>
      ${isSpoken(consent) ? this.#spokenView(consent) : nothing} ${partTwo ? this.#chosenView(partTwo) : nothing}
      <div class="row wrap">
        <button
          class="btn small"
          type="button"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-label=${t(isOpen ? 'closeTextOf' : 'readTextOf', { title })}
          @click=${() => this.#text.toggle(this.#client, consent)}
        >
          ${t(isOpen ? 'closeText' : 'readText')}
        </button>
        <button
          class="btn small"
          type="button"
          aria-label=${t('saveCopyOf', { title })}
          @click=${() => void this.#saveCopy(consent)}
        >
          ${t('saveCopy')}
        </button>
        ${consent.decision === 'granted' && this.#askedId !== id ? this.#uses.button(this.#client, consent) : nothing}
        ${
          status === 'active' && this.#askedId !== id
            ? html`<button
                class="btn small"
                type="button"
                aria-label=${t('takeBackOf', { title })}
                @click=${() => this.#ask(consent)}
              >
                ${t('takeBack')}
              </button>`
            : nothing
        }
      </div>
      ${this.#askedId === id ? this.#question(consent) : nothing}
      ${this.#askedId !== id && this.#uses.isOpen(consent) ? this.#uses.render(this.#client, consent) : nothing}
      ${isOpen ? this.#text.render(t, t('loading')) : nothing}
    </li>`
  }

  protected override view({ items, next }: LoadedPages<Consent>): TemplateResult {
    const t = this.t
    const [first] = items
    if (!first) return html`<p class="muted">${t('consentsNone')}</p>`
    const { problem } = this.#copy
    return html`${problem ? problemView(this.host, problem, { texts: t }) : nothing}
      <ul class="lined">
        ${items.map((consent) => this.#item(consent))}
      </ul>
      ${moreButton(t('more'), { next, busy: this.#more.busy, onMore: () => void this.#showMore(first.patientId) })}`
  }
}
