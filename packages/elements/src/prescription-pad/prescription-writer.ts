import type { Pharmacy, Prescription, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { CheckKnowledge } from './knowledge-view.ts'
import { prescriptionBody, draftFromPrescription, type PrescriptionDraft } from './prescription-draft.ts'

/**
 * One prescription in the form: the fields, the check of its medication, the server's draft, and the signature. The signature applies to
 * the server's response, so the label that was read is the label that is sent.
 */
export class PrescriptionWriter {
  /** Null until a medication is chosen. */
  draft: PrescriptionDraft | null = null
  isOpen = false
  /** The server's draft while the confirmation is open. */
  awaitingSignature: Prescription | null = null
  /** Faults are shown after the person tried to continue. */
  showsFaults = false
  readonly #keys = new IdempotencyKeys()
  readonly #host: VisitElement
  readonly #check: Loader<Awaited<ReturnType<VisitClient['prescriptions']['check']>>>
  readonly #work: Loader<Prescription>
  /** Chosen before the medication was cleared. */
  #pharmacy: Pharmacy | null = null
  /** Until the chosen medication is checked and its pharmacy is known. */
  choosing: Promise<void> | null = null
  /** The draft that this form changes; null for a new one. */
  #stored: Prescription | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#check = new Loader(host)
    this.#work = new Loader(host)
  }

  get storedId(): string | undefined {
    return this.#stored?.id
  }

  get isChecking(): boolean {
    return this.#check.busy
  }

  get checkFailed(): boolean {
    return this.#check.problem !== undefined
  }

  /** What the medication was checked with; undefined until the check ends. */
  get knowledge(): CheckKnowledge | undefined {
    return this.#check.value
  }

  get isBusy(): boolean {
    return this.#work.busy
  }

  get problem(): Problem | undefined {
    return this.#work.problem
  }

  open(stored: Prescription | null = null): void {
    this.close()
    this.isOpen = true
    this.#stored = stored
    this.draft = stored ? draftFromPrescription(stored) : null
  }

  close(): void {
    this.isOpen = false
    this.draft = null
    this.awaitingSignature = null
    this.showsFaults = false
    this.#stored = this.#pharmacy = null
    this.#keys.done()
    this.#check.reset()
    this.#work.reset()
    this.#host.requestUpdate()
  }

  change(more: Partial<PrescriptionDraft>): void {
    if (this.draft) this.draft = { ...this.draft, ...more }
    this.#host.requestUpdate()
  }

  /**
   * Starts with a medication, or with all fields of a favorite; the pharmacy is kept. Otherwise it is the patient's own choice, or that of
   * their latest prescription.
   */
  choose(
    client: VisitClient,
    patientId: string,
    startDraft: PrescriptionDraft,
    latestPharmacy: Pharmacy | null,
  ): Promise<void> {
    const choosing = this.#choose(client, patientId, startDraft, latestPharmacy).finally(() => {
      if (this.choosing === choosing) this.choosing = null
    })
    return (this.choosing = choosing)
  }

  async #choose(
    client: VisitClient,
    patientId: string,
    startDraft: PrescriptionDraft,
    latestPharmacy: Pharmacy | null,
  ): Promise<void> {
    const { medication } = startDraft
    const chosenPharmacy = this.draft?.pharmacy ?? this.#pharmacy
    this.draft = { ...startDraft, pharmacy: chosenPharmacy }
    this.#work.reset()
    this.#host.requestUpdate()
    const preferred = chosenPharmacy ? Promise.resolve(null) : client.pharmacies.ofPatient(patientId).catch(() => null)
    const checked = await this.#runCheck(client, patientId, medication.rxcui)
    if (this.draft?.medication !== medication) return
    const pharmacy = this.draft.pharmacy ?? (await preferred)?.pharmacy ?? latestPharmacy
    this.change({ ...(checked && { alerts: checked.alerts }), pharmacy: this.draft.pharmacy ?? pharmacy })
  }

  /** For a stored draft, which has its alerts: what they were found with may have changed since. */
  async readKnowledge(client: VisitClient, patientId: string): Promise<void> {
    const { draft } = this
    if (draft) await this.#runCheck(client, patientId, draft.medication.rxcui)
  }

  #runCheck(client: VisitClient, patientId: string, rxcui: string) {
    return this.#check.run((signal) => client.prescriptions.check(patientId, { rxcui }, { signal }))
  }

  /** Clears the medication, so that another can be searched; the pharmacy is kept. */
  clearMedication(): void {
    this.#pharmacy = this.draft?.pharmacy ?? this.#pharmacy
    this.draft = null
    this.#check.reset()
    this.#host.requestUpdate()
  }

  /** Saves the fields as a draft; undefined on a failure. */
  async save(client: VisitClient, patientId: string, visitId: string | undefined): Promise<Prescription | undefined> {
    const { draft } = this
    const stored = this.#stored
    const body = draft && prescriptionBody(draft, visitId ?? stored?.visitId)
    if (!body || this.#work.busy) return undefined
    const saved = await this.#work.run(() =>
      stored
        ? client.prescriptions.change(stored.id, { ...body, version: stored.version })
        : client.prescriptions.write(patientId, body, this.#keys.for('write', body)),
    )
    if (saved) {
      this.#stored = saved
      // The server checks again: new alerts need a reason too.
      this.change({ alerts: saved.alerts })
    }
    return saved
  }

  askToSign(stored: Prescription): void {
    this.awaitingSignature = stored
    this.#work.reset()
    this.#host.requestUpdate()
  }

  backToForm(): void {
    this.awaitingSignature = null
    this.#work.reset()
    this.#host.requestUpdate()
  }

  async sign(client: VisitClient): Promise<Prescription | undefined> {
    const { awaitingSignature } = this
    if (!awaitingSignature || this.#work.busy) return undefined
    return this.#work.run(() =>
      client.prescriptions.sign(
        awaitingSignature.id,
        { version: awaitingSignature.version },
        this.#keys.for('sign', awaitingSignature.version),
      ),
    )
  }
}
