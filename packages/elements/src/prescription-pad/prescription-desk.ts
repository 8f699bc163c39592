import type { TemplateResult } from 'lit'
import type {
  DiagnosisCode,
  FavouritePrescription,
  Medication,
  Pharmacy,
  Prescription,
  VisitClient,
} from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import type { PatientElement } from '../core/patient-element.ts'
import type { PatientLine } from '../core/patient-line.ts'
import { problemView } from '../core/problem-view.ts'
import { SearchBox } from '../core/search-box.ts'
import { FavouriteDesk } from './favourite-desk.ts'
import type { T } from './label-text.ts'
import { medicineChoices, type MedicineChoice } from './medicine-choice.ts'
import { draftOfFavourite, faultsOf, newDraft, type PrescriptionDraft } from './prescription-draft.ts'
import { prescriptionForm } from './prescription-form.ts'
import { prescriptionFormMessages } from './prescription-form.messages.ts'
import type { prescriptionPadEn } from './prescription-pad.en.ts'
import { PrescriptionWriter } from './prescription-writer.ts'
import { signQuestion } from './sign-question.ts'

/** The element around the desk. */
interface PrescriptionHost extends PatientElement {
  readonly visitId: string | undefined
}

/**
 * Where a prescription is written and signed: the searches, the form, and the question before it leaves. A module of its own, which
 * the list does not wait for.
 */
export class PrescriptionDesk {
  readonly writer: PrescriptionWriter
  readonly #host: PrescriptionHost
  readonly #client: () => VisitClient | null
  readonly #words: Translate<typeof prescriptionPadEn>
  readonly #t: T
  readonly #stored: () => void
  readonly #medicines: SearchBox<MedicineChoice>
  readonly #diagnoses: SearchBox<DiagnosisCode>
  readonly #pharmacies: SearchBox<Pharmacy>
  readonly #favourites: FavouriteDesk
  #usual: readonly Medication[] = []
  /** What the form began with. */
  #begunWith: FavouritePrescription | null = null

  /** @param stored the server has something new for the list. */
  constructor(
    host: PrescriptionHost,
    words: Translate<typeof prescriptionPadEn>,
    client: () => VisitClient | null,
    stored: () => void,
  ) {
    this.#host = host
    this.#words = words
    this.#client = client
    this.#stored = stored
    this.writer = new PrescriptionWriter(host)
    this.#t = host.language.bundle(prescriptionFormMessages)
    this.#favourites = new FavouriteDesk(host, this.#t, words, client)
    this.#medicines = new SearchBox<MedicineChoice>(host, {
      find: async (search, signal) =>
        medicineChoices(
          this.#favourites.shelf.matching(search),
          (await client()?.medications.search({ search }, { signal }))?.items ?? [],
        ),
      offered: () => medicineChoices(this.#favourites.shelf.items, this.#usual),
      isRefused: ({ favourite }) => favourite?.unusable !== undefined,
      picked: ({ favourite, medication }) =>
        void (favourite ? this.#use(favourite) : this.#begin(newDraft(medication))),
    })
    this.#diagnoses = new SearchBox<DiagnosisCode>(host, {
      find: async (search, signal) => (await client()?.notes.diagnosisCodes({ search }, { signal }))?.items ?? [],
      picked: ({ code }) => this.writer.change({ diagnosisCode: code }),
    })
    this.#pharmacies = new SearchBox<Pharmacy>(host, {
      find: async (search, signal) => (await client()?.pharmacies.search({ search }, { signal }))?.items ?? [],
      picked: (pharmacy) => this.writer.change({ pharmacy }),
    })
    host.language.refresh()
  }

  async open(stored: Prescription | null): Promise<void> {
    const client = this.#client()
    this.writer.open(stored)
    await moveFocus(this.#host, stored ? '#form' : '#medicine')
    if (!client || stored) return
    const [usual] = await Promise.all([
      this.#usual.length > 0
        ? this.#usual
        : client.medications.usual().then(
            ({ items }) => items,
            () => [],
          ),
      this.#favourites.shelf.read(client),
    ])
    this.#usual = usual
    if (this.#host.renderRoot.querySelector('#medicine:focus')) this.#medicines.offerNow()
  }

  /** Puts what is being written away. */
  close(): void {
    this.writer.close()
    this.#favourites.close()
    this.#begunWith = null
    this.#medicines.clear()
    this.#diagnoses.clear()
    this.#pharmacies.clear()
  }

  /** Leaves no word behind. */
  forget(): void {
    this.close()
    this.#favourites.shelf.forget()
    this.#usual = []
  }

  async #use(favourite: FavouritePrescription): Promise<void> {
    const begun = this.#begin(draftOfFavourite(favourite))
    this.#begunWith = favourite
    await begun
  }

  async #begin(begun: PrescriptionDraft): Promise<void> {
    const client = this.#client()
    if (!client) return
    this.#begunWith = null
    this.#favourites.close()
    const chosen = this.writer.choose(client, this.#host.patientId, begun)
    await moveFocus(this.#host, '#dose')
    await chosen
    const count = this.writer.draft?.alerts.length ?? 0
    if (count > 0) this.#host.announce(this.#t('alerts', { count }))
  }

  /** Goes to the first field that needs another look; false when there is none. */
  async #stoppedByFault(): Promise<boolean> {
    const { draft } = this.writer
    const [first] = draft ? faultsOf(draft) : []
    this.writer.showsFaults = first !== undefined
    this.#host.requestUpdate()
    if (first) await moveFocus(this.#host, `[id="${first}"]`)
    return first !== undefined
  }

  async #save(client: VisitClient): Promise<Prescription | undefined> {
    const saved = await this.writer.save(client, this.#host.patientId, this.#host.visitId)
    if (saved) this.#stored()
    return saved
  }

  async #ask(): Promise<void> {
    const client = this.#client()
    if (!client || (await this.#stoppedByFault())) return
    const saved = await this.#save(client)
    if (!saved || (await this.#stoppedByFault())) return
    this.writer.ask(saved)
    await moveFocus(this.#host, '#sign-question')
  }

  async #keep(): Promise<void> {
    const client = this.#client()
    const { draft } = this.writer
    if (!client || !draft) return
    if (this.#lacksNumber(draft)) return void (await this.#stoppedByFault())
    if (!(await this.#save(client))) return
    await this.#leave()
    this.#host.announce(this.#words('draftDone'))
  }

  /** What is kept may lack a reason or a pharmacy, but not a number. */
  #lacksNumber(draft: PrescriptionDraft): boolean {
    return faultsOf(draft).some((field) => field !== 'pharmacy' && !field.startsWith('reason-'))
  }

  async #askFavourite(): Promise<void> {
    const { draft } = this.writer
    if (!draft) return
    if (this.#lacksNumber(draft)) return void (await this.#stoppedByFault())
    await this.#favourites.askToKeep(this.#begunWith?.name ?? '')
  }

  async #sign(): Promise<void> {
    const client = this.#client()
    if (!client) return
    const signed = await this.writer.sign(client)
    if (!signed) return
    this.#stored()
    emit(this.#host, 'visit-prescription-signed', { prescriptionId: signed.id, patientId: signed.patientId })
    await this.#leave()
    this.#host.announce(this.#words('signedDone', { pharmacy: signed.pharmacy?.name ?? '' }))
  }

  async #leave(): Promise<void> {
    this.writer.close()
    await moveFocus(this.#host, '#new')
  }

  /** @param patient whom it is for: told again where it is signed. */
  render(patient: PatientLine): TemplateResult {
    const { writer } = this
    const [t, { format }] = [this.#t, this.#host]
    const problem = writer.problem ? problemView(this.#host, writer.problem, { texts: this.#words }) : null
    if (writer.asking)
      return signQuestion({
        t,
        format,
        writer,
        who: patient.render(),
        problem,
        onSign: () => void this.#sign(),
        onBack: () => {
          writer.back()
          void moveFocus(this.#host, '#form')
        },
      })
    return prescriptionForm({
      heading: this.#words('newOne'),
      t,
      format,
      writer,
      medicines: this.#medicines,
      diagnoses: this.#diagnoses,
      pharmacies: this.#pharmacies,
      favourites: this.#favourites.renderList((favourite) => void this.#use(favourite)),
      keeping: this.#favourites.renderKeeping(writer.draft),
      problem,
      onFavourites: () => this.#favourites.shelf.toggle(),
      onFavourite: () => void this.#askFavourite(),
      onUnchoose: () => {
        writer.unchoose()
        this.#favourites.close()
        void moveFocus(this.#host, '#medicine')
      },
      onSign: () => void this.#ask(),
      onKeep: () => void this.#keep(),
      onClose: () => void this.#leave(),
    })
  }
}
