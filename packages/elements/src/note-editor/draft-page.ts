import { html, type TemplateResult } from 'lit'
import type { Note, NoteService, NoteTemplateSection, ServiceCode, Vital, VisitClient } from '@visitkit/sdk'
import { DiagnosisSearch } from '../core/diagnosis-search.ts'
import { moveFocus } from '../core/focus.ts'
import type { PatientLabel } from '../core/patient-label.ts'
import { problemView } from '../core/problem-view.ts'
import { SearchBox } from '../core/search-box.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { diagnosisFields } from './diagnosis-fields.ts'
import * as change from './note-draft.ts'
import type { NoteDraftController } from './note-draft-controller.ts'
import type { NoteAids } from './note-aids.ts'
import type { NoteSigning } from './note-signing.ts'
import type { NoteEditorTranslate } from './note-view.ts'
import { sectionFields } from './section-fields.ts'
import { serviceFields } from './service-fields.ts'
import { missingFieldSelector, signingBar, type MissingPart } from './signing-bar.ts'
import { missingParts, unchangedSections } from './missing-parts.ts'
import { faultySigns, vitalFields } from './vital-fields.ts'
import { readVital, type VitalSign } from './vital-signs.ts'
import { readTime, vitalTimes } from './vital-times.ts'

interface DraftPageParts {
  readonly draftController: NoteDraftController
  readonly signing: NoteSigning
  readonly patient: PatientLabel
  /** Names of services by code, including those added here. */
  readonly names: Map<string, string>
  readonly client: () => VisitClient | null
  /** Null until the module is loaded. */
  readonly aids: () => NoteAids | null
  readonly onSign: () => void
}

/** The unsigned note: its fields, each of which updates the controller, and the signing bar. */
export class DraftPage {
  readonly #host: VisitElement
  readonly #t: NoteEditorTranslate
  readonly #draftController: NoteDraftController
  readonly #signing: NoteSigning
  readonly #patient: PatientLabel
  readonly #names: ReadonlyMap<string, string>
  readonly #aids: () => NoteAids | null
  readonly #onSign: () => void
  readonly #diagnoses: DiagnosisSearch
  readonly #services: SearchBox<ServiceCode>
  /** Whether the organization has CPT codes, as the last search said. */
  #hasCpt = true
  /** The text in the fields of vital signs, by LOINC code. */
  readonly #typed = new Map<string, string>()
  /** What is in the fields of times and no time of the past, by LOINC code. */
  readonly #faultyTimes = new Map<string, string>()
  /** How and when a value was measured that is being replaced, by LOINC code. Until its field is empty. */
  readonly #taken = new Map<string, Pick<Vital, 'source' | 'measuredAt'>>()

  constructor(
    host: VisitElement,
    t: NoteEditorTranslate,
    { draftController, signing, patient, names, client, aids, onSign }: DraftPageParts,
  ) {
    this.#host = host
    this.#t = t
    this.#draftController = draftController
    this.#signing = signing
    this.#patient = patient
    this.#names = names
    this.#aids = aids
    this.#onSign = onSign
    this.#diagnoses = new DiagnosisSearch(host, {
      find: (search, signal) =>
        client()?.notes.diagnosisCodes({ search, on: draftController.note?.visitDay }, { signal }),
      picked: ({ code, display }) => this.#write(change.withDiagnosis(draftController.draft, { code, display })),
    })
    this.#services = new SearchBox<ServiceCode>(host, {
      find: async (search, signal) => {
        const found = await client()?.fees.serviceCodes({ search }, { signal })
        this.#hasCpt = found?.hasCpt ?? true
        return found?.items ?? []
      },
      picked: (service) => {
        names.set(service.code, service.name)
        this.#write(change.withService(draftController.draft, service))
      },
    })
  }

  /** Another version of the note is in the fields: invalid input is discarded. */
  discardTyped(): void {
    for (const typed of [this.#typed, this.#faultyTimes, this.#taken]) typed.clear()
  }

  /** Clears all data. */
  reset(): void {
    this.discardTyped()
    this.#diagnoses.clear()
    this.#services.clear()
  }

  #write(draft: change.NoteDraft): void {
    this.#draftController.change(draft)
  }

  #vital(sign: VitalSign, typed: string, source: Vital['source']): void {
    const { loinc, unit } = sign
    const { draft } = this.#draftController
    this.#typed.set(loinc, typed)
    const taken = draft.vitals.find((one) => one.loinc === loinc) ?? this.#taken.get(loinc)
    if (typed.trim() === '') {
      this.#taken.delete(loinc)
      this.#faultyTimes.delete(loinc)
    } else if (taken) this.#taken.set(loinc, taken)
    const value = readVital(sign, typed)
    const { measuredAt } = taken ?? {}
    // An implausible value also removes the last good value from the note: the field shows what will be stored, or nothing.
    this.#write(
      change.withVital(
        draft,
        loinc,
        value === null ? null : { value, unit, source: taken?.source ?? source, ...(measuredAt && { measuredAt }) },
      ),
    )
  }

  /** An empty time is that of the visit. A wrong one is not stored, and what was typed stays. */
  #time({ loinc, measuredAt: _before, ...vital }: Vital, typed: string): void {
    const measuredAt = typed === '' ? null : readTime(typed, this.#host.format.zone, new Date())
    if (typed !== '' && measuredAt === null) {
      this.#faultyTimes.set(loinc, typed)
      this.#host.requestUpdate()
      return
    }
    this.#faultyTimes.delete(loinc)
    this.#write(
      change.withVital(this.#draftController.draft, loinc, { ...vital, ...(measuredAt !== null && { measuredAt }) }),
    )
  }

  #picture(reason: NoteService['audioOnlyReason']): void {
    const { draft } = this.#draftController
    const services = draft.services.map(({ codeSystem, code, units, diagnosisPointers }) => ({
      ...{ codeSystem, code, units, diagnosisPointers },
      ...(reason && { audioOnlyReason: reason }),
    }))
    this.#write({ ...draft, services })
  }

  /** Includes what the server does not have and will not receive soon, because a signature applies to what it has. */
  #missing(note: Note, sections: readonly NoteTemplateSection[]): readonly MissingPart[] {
    const { draft, state } = this.#draftController
    return [
      ...missingParts(sections, note, draft),
      ...faultySigns(draft, this.#typed).map(({ loinc }) => `vital:${loinc}` as const),
      ...draft.vitals.flatMap(({ loinc }) => (this.#faultyTimes.has(loinc) ? [`vital-time:${loinc}` as const] : [])),
      ...(state === 'conflict'
        ? ['conflict' as const]
        : state === 'refused' || state === 'unsaved'
          ? ['saved' as const]
          : []),
    ]
  }

  /** Signs what the person sees, or goes to the first part that is missing. */
  async sign(note: Note, sections: readonly NoteTemplateSection[]): Promise<void> {
    this.#signing.signature.reset()
    const [first] = this.#missing(note, sections)
    if (first) return this.#goTo(first)
    const { draft } = this.#draftController
    await this.#draftController.flush()
    if (this.#draftController.isOpen) return this.#goTo(this.#missing(note, sections)[0] ?? 'saved')
    // The save brought another person's text: it has to be read first.
    if (this.#draftController.draft === draft) this.#onSign()
  }

  /** A macro that was just typed is replaced by its text; the caret stays behind it. */
  #typedText(code: string, field: HTMLTextAreaElement): void {
    const expanded = this.#aids()?.expand(field.value, field.selectionEnd)
    if (expanded) {
      field.value = expanded.text
      field.setSelectionRange(expanded.caret, expanded.caret)
    }
    this.#write(change.withSection(this.#draftController.draft, code, field.value))
  }

  async #goTo(part: MissingPart): Promise<void> {
    await moveFocus(this.#host, missingFieldSelector(part))
  }

  #main(note: Note, sections: readonly NoteTemplateSection[], missing: readonly MissingPart[]): TemplateResult {
    const { draft } = this.#draftController
    return html`<div>
      ${sectionFields({
        t: this.#t,
        tag: this.#host.language.tag,
        sections,
        draft,
        prefilled: unchangedSections(note.prefilled, note, draft),
        missing,
        mark: (code, heading) => this.#aids()?.mark(code, heading),
        onInput: (code, field) => this.#typedText(code, field),
      })}
      ${vitalFields({
        t: this.#t,
        format: this.#host.format,
        draft,
        typed: this.#typed,
        onInput: (sign, typed, source) => this.#vital(sign, typed, source),
        onSource: ({ loinc, ...vital }, source) =>
          this.#write(change.withVital(this.#draftController.draft, loinc, { ...vital, source })),
        times: vitalTimes({
          t: this.#t,
          format: this.#host.format,
          vitals: draft.vitals,
          faulty: this.#faultyTimes,
          onTime: (vital, typed) => this.#time(vital, typed),
        }),
      })}
    </div>`
  }

  #side(): TemplateResult {
    const { draft } = this.#draftController
    return html`<div class="side">
      ${diagnosisFields({
        t: this.#t,
        draft,
        search: this.#diagnoses,
        onMain: (index) => this.#write(change.withMainDiagnosis(this.#draftController.draft, index)),
        onRemove: (index) => {
          this.#write(change.withoutDiagnosis(this.#draftController.draft, index))
          void moveFocus(this.#host, '#add-diagnosis')
        },
      })}
      ${serviceFields({
        t: this.#t,
        draft,
        search: this.#services,
        hasCpt: this.#hasCpt,
        names: this.#names,
        onChange: (index, more) => {
          this.#write(change.changeService(this.#draftController.draft, index, more))
          if (!more) void moveFocus(this.#host, '#add-service')
        },
        onPicture: (reason) => this.#picture(reason),
      })}
    </div>`
  }

  render(note: Note, sections: readonly NoteTemplateSection[], isSupervised: boolean): TemplateResult {
    const t = this.#t
    const missing = this.#missing(note, sections)
    const { busy, problem } = this.#signing.signature
    // Input during a signature would be in neither version.
    const aids = this.#aids()
    return html`${aids?.render(sections)}
      <div class="columns" ?inert=${busy}>${this.#main(note, sections, missing)}${this.#side()}</div>
      ${aids?.orders.render(note, this.#draftController.draft)}
      ${signingBar({
        t,
        tag: this.#host.language.tag,
        sections,
        missing,
        isSigning: busy,
        isSupervised,
        who: this.#patient.render(),
        problem: problem ? problemView(this.#host, problem, { texts: t }) : null,
        onMissing: (part) => void this.#goTo(part),
        onSign: () => void this.sign(note, sections),
      })}`
  }
}
