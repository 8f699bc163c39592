import type { Pharmacy, Prescription, PrescriptionAlert, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { prescriptionBody, draftFromPrescription, type PrescriptionDraft } from './prescription-draft.ts'

/**
 * One prescription while it is written: the fields, the check of its medicine, the draft that the server keeps, and the signature.
 * What is signed is what the server gave back, so the label that was read is the label that is sent.
 */
export class PrescriptionWriter {
  /** Null until a medicine is chosen. */
  draft: PrescriptionDraft | null = null
  isOpen = false
  /** The draft as the server holds it, while the question is asked whether to sign it. */
  awaitingSignature: Prescription | null = null
  /** Faults are shown once somebody has tried to go on. */
  showsFaults = false
  readonly #keys = new IdempotencyKeys()
  readonly #host: VisitElement
  readonly #check: Loader<readonly PrescriptionAlert[]>
  readonly #work: Loader<Prescription>
  /** Chosen before the medicine was taken back. */
  #pharmacy: Pharmacy | null = null
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

  /** Begins with a medicine, or with all that a favorite has; the pharmacy stays. */
  async choose(client: VisitClient, patientId: string, startDraft: PrescriptionDraft): Promise<void> {
    const { medication } = startDraft
    const chosenPharmacy = this.draft?.pharmacy ?? this.#pharmacy
    this.draft = { ...startDraft, pharmacy: chosenPharmacy }
    this.#work.reset()
    this.#host.requestUpdate()
    const preferred = chosenPharmacy ? Promise.resolve(null) : client.pharmacies.ofPatient(patientId).catch(() => null)
    const alerts = await this.#check.run(
      async (signal) => (await client.prescriptions.check(patientId, { rxcui: medication.rxcui }, { signal })).alerts,
    )
    if (this.draft?.medication !== medication) return
    const pharmacy = this.draft.pharmacy ?? (await preferred)?.pharmacy ?? null
    this.change({ ...(alerts && { alerts }), pharmacy: this.draft.pharmacy ?? pharmacy })
  }

  /** Forgets the medicine, so that another can be searched; the pharmacy stays. */
  clearMedication(): void {
    this.#pharmacy = this.draft?.pharmacy ?? this.#pharmacy
    this.draft = null
    this.#check.reset()
    this.#host.requestUpdate()
  }

  /** Stores the fields as a draft; undefined when that failed. */
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
      // The server checks again: what it found since then needs a reason too.
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
