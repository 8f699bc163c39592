import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, ResourceKind, VisitClient, VisitType } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import { phoneLink } from '../core/phone-link.ts'
import { stateText } from '../core/state-text.ts'
import { MissingCaptionerPart } from '../captioner/missing-captioner.ts'
import { MissingInterpreterPart } from '../interpreter/missing-interpreter.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { AppointmentsView } from './appointments-view.ts'
import type { visitDetailsEn } from './visit-details.en.ts'
import { visitDetailsMessages } from './visit-details.messages.ts'
import { placeInSeries, visitsInARow } from './visits-together.ts'

type Host = VisitElement & { readonly clinicAddress: string | undefined; readonly mapUrl: string | undefined }

/** Where and how a visit takes place, and who takes part. Loaded with the visits. */
export class VisitDetails {
  readonly #host: Host
  readonly #t: Translate<typeof visitDetailsEn>
  readonly interpreter: MissingInterpreterPart
  readonly captioner: MissingCaptionerPart

  constructor(host: Host, client: () => VisitClient | null) {
    this.#host = host
    this.interpreter = new MissingInterpreterPart(host, 'own', client)
    this.captioner = new MissingCaptionerPart(host, 'own', client)
    this.#t = host.language.bundle(visitDetailsMessages)
    host.language.refresh()
  }

  clear(): void {
    this.interpreter.clear()
    this.captioner.clear()
  }

  of(view: AppointmentsView, one: Appointment): TemplateResult {
    const type = view.types.get(one.visitTypeId)
    const lines = [
      this.#where(one),
      this.#state(view, one),
      ...this.#taking(one),
      this.#group(type),
      this.#series(view, one),
      this.#row(view, one),
    ]
    return html`<div class="tight small">
      ${lines.filter((line) => line !== nothing).map((line) => html`<p>${line}</p>`)} ${this.interpreter.render(one)}
      ${this.captioner.render(one)}
    </div>`
  }

  #where({ modality }: Appointment): unknown {
    const t = this.#t
    if (modality === 'video') return t('video')
    if (modality === 'audio') return t('phone')
    const { clinicPhone, clinicPlace, mapUrl } = this.#host
    const clinicAddress = this.#host.clinicAddress ?? clinicPlace
    if (!clinicAddress)
      return html`${t('atClinic')} ${clinicPhone ? t.rich('callForWay', { phone: phoneLink(clinicPhone) }) : nothing}`
    // Nothing but the address of the clinic leaves the page, not even which page it was.
    const map = mapUrl ?? `geo:0,0?q=${encodeURIComponent(clinicAddress)}`
    return html`${t('atAddress', { address: clinicAddress })}
      <a href=${map} target="_blank" rel="noopener noreferrer">${t('map')}</a>`
  }

  /** Where the patient will be: the clinician has a license there. */
  #state({ nameOf }: AppointmentsView, one: Appointment): unknown {
    const { modality, status } = one
    if (modality === 'in-person' || !one.state) return nothing
    const t = this.#t
    const [state, name] = [stateText(one.state), nameOf(one)]
    const where =
      name === undefined
        ? t.rich('inState', { state })
        : t.rich('inStateFor', { state, name: html`<bdi>${name}</bdi>` })
    return html`${where} ${status === 'booked' || status === 'requested' ? t('elsewhere') : nothing}`
  }

  /** Who and what takes part in addition to the practitioner. Equipment is of no use to the patient. */
  #taking({ additionalPractitioners = [], resources = [] }: Appointment): unknown[] {
    const t = this.#t
    const { format } = this.#host
    const ofKind = (wanted: ResourceKind): string[] =>
      resources.filter(({ kind }) => kind === wanted).map(({ name }) => name)
    const line = (key: 'alsoWith' | 'interpreter' | 'room', names: readonly string[]): string[] =>
      names.length > 0 ? [t(key, { names: format.and(names) })] : []
    return [
      ...line(
        'alsoWith',
        additionalPractitioners.map(({ displayName }) => displayName),
      ),
      ...line('interpreter', ofKind('interpreter')),
      ...line('room', ofKind('room')),
    ]
  }

  #group(type: VisitType | undefined): unknown {
    const count = type?.capacity ?? 1
    return count > 1 ? this.#t('group', { count }) : nothing
  }

  #series({ list }: AppointmentsView, one: Appointment): unknown {
    const place = placeInSeries(list, one)
    if (!place) return nothing
    const { number, total, after } = place
    if (number !== null) return this.#t('ofSeries', { number, total })
    return after > 0 ? this.#t('moreInSeries', { count: after }) : this.#t('lastInSeries')
  }

  /** Other patients of this person right before or after it. */
  #row({ list, types, nameOf }: AppointmentsView, one: Appointment): unknown {
    const { format } = this.#host
    const visits = visitsInARow(list.open, one, types.get(one.visitTypeId)).flatMap((other) => {
      const name = nameOf(other)
      return name === undefined ? [] : this.#t('nameAt', { name, time: format.time(other.start) })
    })
    return visits.length > 0 ? this.#t('inARow', { visits: format.and(visits) }) : nothing
  }
}
