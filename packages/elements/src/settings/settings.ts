import type { CSSResultGroup, PropertyDeclarations } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { openPage, pageList } from '../core/pages.ts'
import { PatientChoice } from '../core/patient-choice.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import { CardPart } from './card-part.ts'
import { ConsentsPart } from './consents-part.ts'
import { PeoplePart } from './people-part.ts'
import { PharmacyPart } from './pharmacy-part.ts'
import { ReachPart } from './reach-part.ts'
import { SessionsPart } from './sessions-part.ts'
import { settingsMessages } from './settings.messages.ts'
import { settingsStyles } from './settings.styles.ts'

const pages = ['reach', 'people', 'consents', 'pharmacy', 'card', 'sessions'] as const
type SettingsPage = (typeof pages)[number]

/**
 * What a patient decides about themselves: how they are reached and in which language, who may act for them, what they agreed to, their
 * pharmacy, their insurance card, and where they are signed in. One page each.
 *
 * @fires visit-preferences-saved - {CustomEvent<{ patientId: string, language: string }>} The communication preferences were saved. The
 *   page can follow the language.
 * @csspart heading - The heading.
 */
export class VisitSettings extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, settingsStyles]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    open: {},
    opened: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'open', 'opened']

  /** The id of the patient. Default: the only patient of the session. */
  declare patientId: string | undefined
  /** The page that is open at first: `reach`, `people`, `consents`, `pharmacy`, `card` or `sessions`. Default: the list of pages. */
  declare open: string | undefined
  /** The page that the person opened; empty after they went back to the list. */
  declare private opened: SettingsPage | '' | undefined

  #t = this.language.bundle(settingsMessages)
  #patient = new PatientChoice(this)
  #parts = {
    reach: new ReachPart(this, this.#t),
    people: new PeoplePart(this, this.#t),
    consents: new ConsentsPart(this, this.#t),
    pharmacy: new PharmacyPart(this, this.#t),
    card: new CardPart(this, this.#t),
    sessions: new SessionsPart(this, this.#t),
  }

  get #page(): SettingsPage | undefined {
    return pages.find((page) => page === (this.opened ?? this.open))
  }

  protected override start(client: VisitClient): void {
    void this.#load(client)
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

  #open(page: SettingsPage | ''): void {
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
      ? openPage(t, page, this.#parts[page].render(), () => this.#open(''))
      : pageList(t, pages, (one) => this.#open(one))
  }
}
