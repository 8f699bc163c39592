import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from 'lit'
import { html, unsafeStatic } from 'lit/static-html.js'
import type { Appointment, Organization, QueuePosition, Visit, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { forgetForWhom, nameForWhom } from '../core/for-whom.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import {
  checkInBody,
  validateCheckIn,
  faultsFromProblem,
  firstFault,
  prefilled,
  reported,
  withKind,
  type CheckInField,
  type CheckInFields,
  type FieldFaults,
} from './check-in-fields.ts'
import { checkInForm } from './check-in-form.ts'
import { refusedView } from './consent-step.ts'
import { watchQueuePosition } from './watch-queue-position.ts'
import { positionHeading, positionView } from './position-view.ts'
import { waitingRoomMessages } from './waiting-room.messages.ts'
import { waitingRoomStyles } from './waiting-room.styles.ts'
import type { WhileWaiting } from './while-waiting.ts'
import { preparationView, calledInView, emergencyNote, endedView, skeletonView, tooEarlyView } from './waiting-views.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-checked-in': CustomEvent<{ visitId: string; appointmentId: string }>
  }
}

interface Loaded {
  readonly appointment: Appointment
  readonly organization: Organization
  /** Null before check-in. */
  readonly visit: Visit | null
}

/**
 * From check-in to admission: the patient's location, their position in the queue, their camera and sound. Resumes after a reload.
 *
 * @fires visit-checked-in - {CustomEvent<{ visitId: string, appointmentId: string }>} The patient is in the queue.
 * @fires visit-admitted - {CustomEvent<{ visitId: string }>} The clinician is ready: show the video room.
 * @fires visit-ended - {CustomEvent<{ visitId: string }>} The visit has ended.
 * @fires visit-consent-requested - {CustomEvent<{ patientId: string, purposes: string, visitId?: string, state?: string }>} Consents
 *   that are missing where the patient is. Show a consent dialog for them, and then this element.
 * @csspart heading - The patient's position in the queue.
 */
export class VisitWaitingRoom extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    fieldStyles,
    skeletonStyles,
    waitingRoomStyles,
  ]
  static override properties: PropertyDeclarations = {
    appointmentId: { attribute: 'appointment-id' },
    fields: { state: true, attribute: false },
    faults: { state: true, attribute: false },
    correcting: { state: true, attribute: false },
    position: { state: true, attribute: false },
  }
  static override restartOn = ['appointmentId']

  /** The appointment's id. */
  declare appointmentId: string
  declare private fields: CheckInFields | null
  declare private faults: FieldFaults
  /** The patient is in the queue and corrects their location. */
  declare private correcting: boolean
  declare private position: QueuePosition | null

  #t = this.language.bundle(waitingRoomMessages)
  #loaded = new Loader<Loaded>(this)
  #saving = new Loader<Visit>(this)
  /** Address on file, while the form is about it. */
  #home: CheckInFields | null = null
  #about = '' // the appointment of `fields`
  #admitted = false
  #lifeSignal: AbortSignal | null = null
  #opening: ReturnType<typeof setTimeout> | undefined
  #whileWaiting: WhileWaiting | undefined
  /** Loaded before the check-in, because a press allows sounds. */
  #helps: Promise<void> | undefined

  constructor() {
    super()
    this.appointmentId = ''
    this.fields = null
    this.faults = {}
    this.correcting = false
    this.position = null
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { appointmentId } = this
    if (!appointmentId) return
    if (this.#about !== appointmentId) this.#clear()
    this.#about = appointmentId
    this.#lifeSignal = signal
    this.#admitted = false
    this.#helps ??= import('./while-waiting.ts').then(
      (module) => {
        this.#whileWaiting = new module.WhileWaiting(this)
        this.requestUpdate()
      },
      // The page still shows when it is their turn.
      () => undefined,
    )
    void this.#loaded.run(async () => {
      const [appointment, organization] = await Promise.all([
        client.appointments.get(appointmentId, { signal }),
        this.connection?.organization(),
      ])
      if (!organization) throw new Error('no provider')
      void nameForWhom(this, this.connection, appointment.patientId)
      // A visit starts with the check-in. If the appointment does not show that yet, checking in again returns the same visit.
      const visit = ['requested', 'booked'].includes(appointment.status)
        ? null
        : await client.visits.ofAppointment(appointmentId, { signal })
      if (visit) this.#moved(await this.#follow(client, visit.id), appointment)
      else await this.#prefill(client, appointment, signal)
      return { appointment, organization, visit }
    })
  }

  protected override wipe(): void {
    forgetForWhom(this)
    this.#loaded.reset()
    this.#clear()
  }

  protected override removed(): void {
    clearTimeout(this.#opening)
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    // An element that was removed renders once more: it must not turn the screen on again.
    if (this.#whileWaiting) this.#whileWaiting.waiting = this.isConnected && this.position?.status === 'waiting'
  }

  #clear(): void {
    this.#saving.reset()
    this.#about = ''
    this.#home = null
    this.fields = null
    this.faults = {}
    this.position = null
    this.correcting = false
    this.announce('')
  }

  async #prefill(client: VisitClient, appointment: Appointment, signal: AbortSignal): Promise<void> {
    const opensIn = Date.parse(appointment.checkInFrom) - Date.now()
    clearTimeout(this.#opening)
    if (opensIn > 0) this.#opening = setTimeout(() => this.requestUpdate(), Math.min(opensIn + 500, 2 ** 31 - 1))
    // Input from before a failed start is kept.
    if (this.fields) return
    this.#home = prefilled(await client.patients.get(appointment.patientId, { signal }).catch(() => null))
    this.fields = this.#home
  }

  #follow(client: VisitClient, visitId: string): Promise<QueuePosition> {
    return watchQueuePosition(client, visitId, this.#lifeSignal ?? AbortSignal.abort(), (position) => {
      const { appointment } = this.#loaded.value ?? {}
      if (appointment) this.#moved(position, appointment)
    })
  }

  #moved(position: QueuePosition, { practitioner }: Appointment): void {
    const before = this.position
    this.position = position
    if (position.status === 'ended') {
      if (before?.status !== 'ended') emit(this, 'visit-ended', { visitId: position.visitId })
      return
    }
    if (position.status !== 'waiting' && !this.#admitted) {
      this.#admitted = true
      void this.#helps?.then(() => this.#whileWaiting?.chime())
      this.announce(this.#t('admittedHeading', { name: practitioner.displayName }))
      emit(this, 'visit-admitted', { visitId: position.visitId })
    } else if (before && before.position !== position.position)
      this.announce(positionHeading(this.#t, position.position))
  }

  #change(name: CheckInField, value: string): void {
    const { fields } = this
    if (!fields) return
    this.fields =
      name === 'kind' ? withKind(fields, value as 'home' | 'other', this.#home) : { ...fields, [name]: value }
    const { [name]: _, ...rest } = this.faults
    this.faults = rest
  }

  async #submit(): Promise<void> {
    const [client, fields, loaded] = [this.client, this.fields, this.#loaded.value]
    if (!client || !fields || !loaded || this.#saving.busy) return
    this.#saving.reset()
    this.faults = validateCheckIn(fields)
    if (firstFault(this.faults)) return this.#showFault()
    const body = checkInBody(fields)
    const { visit: present, appointment } = loaded
    const visit = await this.#saving.run(async () =>
      present ? client.visits.changeLocation(present.id, body) : client.visits.checkIn(appointment.id, body),
    )
    if (!visit) {
      this.faults = faultsFromProblem(this.#saving.problem)
      return this.#showFault()
    }
    if (!present) {
      emit(this, 'visit-checked-in', { visitId: visit.id, appointmentId: appointment.id })
      this.#loaded.set({ ...loaded, visit })
      const position = await this.#follow(client, visit.id).catch(() => null)
      if (!position) return this.startAgain()
      this.#moved(position, appointment)
    } else this.#loaded.set({ ...loaded, visit })
    this.correcting = false
    await moveFocus(this, 'h2')
  }

  async #showFault(): Promise<void> {
    const name = firstFault(this.faults)
    if (name) await moveFocus(this, `[name=${name}]`)
  }

  #correct = (): void => {
    const { visit } = this.#loaded.value ?? {}
    if (!visit) return
    const fields = reported(visit)
    this.#home = fields.kind === 'home' ? fields : null
    this.#saving.reset()
    this.fields = fields
    this.faults = {}
    this.correcting = true
    void moveFocus(this, 'h2')
  }

  #leaveForm = (): void => {
    this.correcting = false
    void moveFocus(this, 'h2')
  }

  #form(fields: CheckInFields, loaded: Loaded): unknown {
    return checkInForm({
      t: this.#t,
      fields,
      faults: this.faults,
      busy: this.#saving.busy,
      problem: refusedView(this, this.#t, this.#saving, { ...loaded, fields, faults: this.faults }),
      onBack: this.correcting ? this.#leaveForm : null,
      onChange: (name, value) => this.#change(name, value),
      onSubmit: () => void this.#submit(),
    })
  }

  #line({ appointment, organization, visit }: Loaded, position: QueuePosition): unknown {
    // The nested element has the same prefix as this one.
    const deviceCheck = unsafeStatic(this.localName.replace(/waiting-room$/, 'device-check'))
    return html`<div class="stack">
      ${positionView(this.#t, position, appointment.practitioner.displayName, this.#whileWaiting)}
      <${deviceCheck} class="within" visit-id=${position.visitId} heading-level=${this.headingLevel + 1}></${deviceCheck}>
      ${preparationView(this.#t, appointment, visit?.location, this.#correct)}
      ${emergencyNote(this.#t, organization)}
    </div>`
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#loaded
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return skeletonView(t)
    const { appointment, organization, visit } = now.value
    const { position, fields } = this
    if (!visit) {
      if (Date.parse(appointment.checkInFrom) > Date.now())
        return tooEarlyView(t, this.format, appointment, organization)
      return fields ? this.#form(fields, now.value) : skeletonView(t)
    }
    if (!position) return skeletonView(t)
    const { visitId } = position
    if (position.status === 'ended') return endedView(t, organization)
    if (position.status !== 'waiting')
      return calledInView(t, appointment.practitioner.displayName, () => void emit(this, 'visit-admitted', { visitId }))
    return this.correcting && fields ? this.#form(fields, now.value) : this.#line(now.value, position)
  }
}
