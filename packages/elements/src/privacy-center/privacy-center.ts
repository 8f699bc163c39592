import { html, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { openPage, pageList } from '../core/pages.ts'
import { PatientChoice } from '../core/patient-choice.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import { ConsentsPart } from '../settings/consents-part.ts'
import { PeoplePart } from '../settings/people-part.ts'
import { ReachPart } from '../settings/reach-part.ts'
import { settingsMessages } from '../settings/settings.messages.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import { CopyPart } from './copy-part.ts'
import { DisclosuresPage } from './disclosures-page.ts'
import { privacyCenterMessages } from './privacy-center.messages.ts'
import type { PrivacyPage } from './privacy-part.ts'
import { RequestsPart } from './requests-part.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-accesses-wanted': CustomEvent<{ patientId: string }>
  }
}

const pages = ['copy', 'accesses', 'disclosures', 'requests', 'consents', 'reach', 'people'] as const
type Page = (typeof pages)[number]
type OwnPage = Exclude<Page, 'accesses'>
const isOwn = (page: string | undefined): page is OwnPage => page !== 'accesses' && pages.some((each) => each === page)

/**
 * What patients may do about their own record: take a copy, see who opened it and to whom it was sent, ask for a correction or a limit to its use and read the
 * answer, revoke what they agreed to, choose how they are reached, and see who may act for them. One page each.
 *
 * @fires visit-accesses-wanted - {CustomEvent<{ patientId: string }>} The person wants to see who opened the record, or who recorded a
 *   spoken decision. Show a `<visit-audit-log>`.
 * @fires visit-preferences-saved - {CustomEvent<{ patientId: string, language: string }>} The communication preferences were saved.
 * @csspart heading - The heading.
 */
export class VisitPrivacyCenter extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, settingsStyles]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    open: {},
    opened: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'open', 'opened']

  /** The id of the patient. Default: the only patient of the session. */
  declare patientId: string | undefined
  /** The page that is open at first: `copy`, `disclosures`, `requests`, `consents`, `reach` or `people`. Default: the list of pages. */
  declare open: string | undefined
  /** The page that the person opened; empty after they went back to the list. */
  declare private opened: OwnPage | '' | undefined

  #t = this.language.bundle(privacyCenterMessages)
  #settings = this.language.bundle(settingsMessages)
  #patient = new PatientChoice(this)
  #parts: Record<OwnPage, PrivacyPage> = {
    copy: new CopyPart(this, this.#t),
    disclosures: new DisclosuresPage(this),
    requests: new RequestsPart(this, this.#t),
    consents: new ConsentsPart(
      this,
      this.#settings,
      (patientId) => void emit(this, 'visit-accesses-wanted', { patientId }),
    ),
    reach: new ReachPart(this, this.#settings),
    people: new PeoplePart(this, this.#settings),
  }

  get #page(): OwnPage | undefined {
    const page = this.opened ?? this.open
    return isOwn(page) ? page : undefined
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#load(client)
    // The clinic answered, or took more time. What is typed stays.
    const changed = (): void => {
      if (this.#page === 'requests') void this.#load(client)
    }
    client.watch({ types: ['privacy-request.changed'] }, changed, { signal })
  }

  protected override wipe(): void {
    this.#patient.reset()
    for (const part of Object.values(this.#parts)) part.reset()
    this.opened = undefined
  }

  async #load(client: VisitClient): Promise<void> {
    const patientId = await this.#patient.resolve(this.connection, this.patientId)
    const page = this.#page
    if (patientId && page) await this.#parts[page].load(client, patientId, true)
  }

  #open(page: Page | ''): void {
    if (page === 'accesses') {
      const patientId = this.#patient.value?.id
      if (patientId) emit(this, 'visit-accesses-wanted', { patientId })
      return
    }
    const before = this.#page
    if (before) this.#parts[before].reset()
    this.opened = page
    void moveFocus(this, '#heading')
  }

  protected override render(): unknown {
    const choice = this.#patient.render()
    if (choice) return choice
    const [t, page] = [this.#t, this.#page]
    return page
      ? openPage(t, page, html`${this.#parts[page].render()}`, () => this.#open(''))
      : pageList(t, pages, (one) => this.#open(one))
  }
}
