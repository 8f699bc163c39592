import { css, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { html, unsafeStatic } from 'lit/static-html.js'
import type { Appointment, Organization, QueuePlace, Visit, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { iconCheck } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { playChime } from '../media/play-chime.ts'
import {
  checkInBody,
  faultsOf,
  faultsOfProblem,
  prefilled,
  type CheckInFields,
  type FieldFaults,
} from './check-in-fields.ts'
import { checkInForm } from './check-in-form.ts'
import { placeView } from './place-view.ts'
import { waitingRoomMessages } from './waiting-room.messages.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-checked-in': CustomEvent<{ visitId: string; appointmentId: string }>
  }
}

interface Loaded {
  readonly appointment: Appointment
  readonly organization: Organization
  readonly visit: Visit | null
}

/** Reading the place is what tells the clinic that the waiting room is open; it counts the patient away after 45 seconds. */
const placeEvery = 20_000

/**
 * The way from "I am here" to "come in": where the patient is, their place in line, their camera and sound. Resumes where it was.
 *
 * @fires visit-checked-in - {CustomEvent<{visitId, appointmentId}>} The patient is in line.
 * @fires visit-admitted - {CustomEvent<{visitId}>} The clinician is ready: show the video room.
 * @fires visit-ended - {CustomEvent<{visitId}>} The visit is over.
 * @csspart heading - The patient's place in line.
 */
export class VisitWaitingRoom extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    fieldStyles,
    skeletonStyles,
    css`
      .two,
      .place {
        display: grid;
        gap: calc(var(--_s) * 3);
      }
      .todo li {
        display: flex;
        gap: calc(var(--_s) * 2);
      }
      .todo svg {
        color: var(--_ok);
      }
      @container (min-width: 520px) {
        .two {
          grid-template-columns: 1fr 1fr;
        }
        .place {
          grid-template-columns: 5fr 4fr 3fr;
          align-items: end;
        }
      }
    `,
  ]
  static override properties: PropertyDeclarations = {
    appointmentId: { attribute: 'appointment-id' },
    fields: { state: true, attribute: false },
    faults: { state: true, attribute: false },
    correcting: { state: true, attribute: false },
  }
  static override restartOn = ['appointmentId']

  /** Which appointment. */
  declare appointmentId: string
  declare private fields: CheckInFields | null
  declare private faults: FieldFaults
  declare private correcting: boolean

  #t = this.language.bundle(waitingRoomMessages)
  #loaded = new Loader<Loaded>(this)
  #saving = new Loader<Visit>(this)
  #place: QueuePlace | null = null
  #admitted = false
  #lifeSignal: AbortSignal | null = null
  #opening: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.appointmentId = ''
    this.fields = null
    this.faults = {}
    this.correcting = false
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { appointmentId } = this
    if (!appointmentId) return
    this.#lifeSignal = signal
    this.#admitted = false
    void this.#loaded.run(async () => {
      const [appointment, organization] = await Promise.all([
        client.appointments.get(appointmentId, { signal }),
        this.connection?.organization(),
      ])
      // A visit begins with the check-in. Should the appointment not know yet, checking in again answers the same visit.
      const visit =
        appointment.status === 'booked' ? null : await client.visits.ofAppointment(appointmentId, { signal })
      if (!organization) throw new Error('no provider')
      if (visit) this.#follow(client, visit.id)
      else await this.#prefill(client, appointment, signal)
      return { appointment, organization, visit }
    })
  }

  protected override wipe(): void {
    this.#loaded.reset()
    this.#saving.reset()
    this.#place = null
    this.fields = null
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#opening)
  }

  async #prefill(client: VisitClient, appointment: Appointment, signal: AbortSignal): Promise<void> {
    const opensIn = Date.parse(appointment.checkInFrom) - Date.now()
    clearTimeout(this.#opening)
    if (opensIn > 0) this.#opening = setTimeout(() => this.requestUpdate(), Math.min(opensIn + 500, 2 ** 31 - 1))
    // What was typed before a session ended or a start failed stays.
    this.fields ??= prefilled(await client.patients.get(appointment.patientId, { signal }).catch(() => null))
  }

  #follow(client: VisitClient, visitId: string): void {
    const signal = this.#lifeSignal ?? AbortSignal.abort()
    const watch = client.watch((reading) => client.visits.place(visitId, reading), {
      on: ['visit.changed', 'queue.changed', 'seat.changed'],
      signal,
    })
    const timer = setInterval(() => watch.refresh(), placeEvery)
    signal.addEventListener('abort', () => clearInterval(timer))
    watch.subscribe((place) => this.#moved(place))
  }

  #moved(place: QueuePlace): void {
    const before = this.#place
    this.#place = place
    this.requestUpdate()
    if (place.status === 'ended') {
      if (before?.status !== 'ended') emit(this, 'visit-ended', { visitId: place.visitId })
      return
    }
    if (place.status !== 'waiting' && !this.#admitted) {
      this.#admitted = true
      playChime()
      this.announce(
        this.#t('admittedHeading', { name: this.#loaded.value?.appointment.practitioner.displayName ?? '' }),
      )
      emit(this, 'visit-admitted', { visitId: place.visitId })
    } else if (before && before.place !== place.place) this.announce(this.#t('placeAnnounce', { place: place.place }))
  }

  async #submit(): Promise<void> {
    const { client, fields } = this
    const loaded = this.#loaded.value
    if (!client || !fields || !loaded || this.#saving.busy) return
    this.faults = faultsOf(fields)
    const [firstFault] = Object.keys(this.faults)
    if (firstFault) return moveFocus(this, `[name=${firstFault}]`)
    const body = checkInBody(fields)
    const { visit: present, appointment } = loaded
    const visit = await this.#saving.run(async () =>
      present ? client.visits.changeLocation(present.id, body) : client.visits.checkIn(appointment.id, body),
    )
    this.faults = faultsOfProblem(this.#saving.problem)
    if (!visit) return
    this.#loaded.set({ ...loaded, visit })
    this.correcting = false
    if (!present) {
      this.#follow(client, visit.id)
      emit(this, 'visit-checked-in', { visitId: visit.id, appointmentId: appointment.id })
    }
    await moveFocus(this, 'h2')
  }

  #correct = (): void => {
    const location = this.#loaded.value?.visit?.location
    const visit = this.#loaded.value?.visit
    this.fields = {
      ...prefilled(
        location
          ? {
              address: location,
              state: location.state,
              ...(visit?.callbackPhone ? { phone: visit.callbackPhone } : {}),
            }
          : null,
      ),
      kind: location?.kind ?? '',
      contactName: visit?.emergencyContact?.name ?? '',
      contactPhone: visit?.emergencyContact?.phone ?? '',
    }
    this.correcting = true
    void moveFocus(this, 'h2')
  }

  #form(fields: CheckInFields): TemplateResult {
    const t = this.#t
    return html`<div class="stack">
      ${this.#saving.problem && Object.keys(this.faults).length === 0 ? problemView(this, this.#saving.problem, { texts: t }) : nothing}
      ${checkInForm({
        t,
        fields,
        faults: this.faults,
        busy: this.#saving.busy,
        onBack: this.correcting ? () => (this.correcting = false) : null,
        onChange: (name, value) => {
          this.fields = { ...fields, ...this.fields, [name]: value }
          if (this.faults[name]) {
            const { [name]: _, ...rest } = this.faults
            this.faults = rest
          }
        },
        onSubmit: () => void this.#submit(),
      })}
    </div>`
  }

  #line({ appointment, organization, visit }: Loaded, place: QueuePlace): TemplateResult {
    const t = this.#t
    const name = appointment.practitioner.displayName
    const where = visit?.location
    // The nested element carries the same prefix as this one.
    const deviceCheck = unsafeStatic(this.localName.replace(/waiting-room$/, 'device-check'))
    return html`<div class="stack">
      ${placeView(t, place, name)}
      <${deviceCheck} visit-id=${place.visitId} heading-level=${this.headingLevel + 1}></${deviceCheck}>
      <section class="card pad stack" aria-labelledby="before">
        <h3 id="before">${t('beforeHeading')}</h3>
        <ul class="todo small tight">
          ${appointment.requiredConsents.length > 0 ? html`<li>${iconCheck}${t('consentDone')}</li>` : nothing}
          ${appointment.questionnaires.length > 0 ? html`<li>${iconCheck}${t('intakeDone')}</li>` : nothing}
          ${where ? html`<li>${iconCheck}${t('placeNow', { place: `${where.line1}, ${where.city}, ${where.state}` })}</li>` : nothing}
        </ul>
        <div><button class="btn quiet small end" type="button" @click=${this.#correct}>${t('changePlace')}</button></div>
      </section>
      ${this.#emergencyNote(organization)}
    </div>`
  }

  #emergencyNote({ contact }: Organization): TemplateResult {
    return html`<p class="note">
      ${this.#t('emergencyNote', { number: contact.emergencyNumber, phone: contact.phone })}
    </p>`
  }

  #calledIn(place: QueuePlace, name: string): TemplateResult {
    const t = this.#t
    return html`<div class="card pad stack">
      <div class="tight">
        <h2 tabindex="-1">${t('admittedHeading', { name })}</h2>
        <p class="muted">${t('admittedText')}</p>
      </div>
      <div>
        <button
          class="btn primary"
          type="button"
          @click=${() => emit(this, 'visit-admitted', { visitId: place.visitId })}
        >
          ${t('admittedButton')}
        </button>
      </div>
    </div>`
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#loaded
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready' || (now.value.visit && !this.#place))
      return html`<div class="card pad stack" aria-busy="true">
        <p class="unseen">${t('loading')}</p>
        <span class="bone title half"></span><span class="bone"></span><span class="bone target"></span>
      </div>`
    const { appointment, organization, visit } = now.value
    const name = appointment.practitioner.displayName
    const place = this.#place
    if (place?.status === 'ended')
      return html`<div class="card pad tight">
        <h2 tabindex="-1">${t('endedHeading')}</h2>
        <p class="muted">${t('endedText', { phone: organization.contact.phone })}</p>
      </div>`
    if (place && place.status !== 'waiting') return this.#calledIn(place, name)
    if (this.fields && (this.correcting || !visit)) {
      if (!visit && Date.parse(appointment.checkInFrom) > Date.now())
        return html`<div class="stack">
          <div class="card pad tight">
            <h2 tabindex="-1">${t('tooEarlyHeading', { time: this.format.time(appointment.checkInFrom) })}</h2>
            <p class="muted">${t('tooEarlyText', { name, when: this.format.moment(appointment.start) })}</p>
          </div>
          ${this.#emergencyNote(organization)}
        </div>`
      return this.#form(this.fields)
    }
    return place ? this.#line(now.value, place) : nothing
  }
}
