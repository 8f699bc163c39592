import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { missingConsents } from '../core/consent-request.ts'
import { emit } from '../core/emit.ts'
import type { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { firstFault, type CheckInFields, type FieldFaults } from './check-in-fields.ts'
import type { waitingRoomEn } from './waiting-room.en.ts'

interface AboutPatient {
  readonly appointment: Pick<Appointment, 'patientId'>
  readonly visit: { readonly id: string } | null
  readonly fields: CheckInFields
  readonly faults: FieldFaults
}

/** Why the location was not accepted, unless the fields show it. If a consent is missing there, the patient can read it from here. */
export const refusedView = (
  host: VisitElement,
  t: Translate<typeof waitingRoomEn>,
  saving: Loader<unknown>,
  { appointment, visit, fields: { state }, faults }: AboutPatient,
): TemplateResult | typeof nothing => {
  const { problem } = saving
  const isShownAtFields = firstFault(faults) !== undefined && problem?.errors.length !== 0
  if (!problem || isShownAtFields) return nothing
  const purposes = missingConsents(problem)
  const read = (): void => {
    saving.reset()
    emit(host, 'visit-consent-requested', {
      ...{ patientId: appointment.patientId, purposes },
      ...(visit && { visitId: visit.id }),
      ...(state !== '' && { state }),
    })
  }
  const actions = purposes
    ? html`<button class="btn" type="button" @click=${read}>${t('readConsent')}</button>`
    : nothing
  return problemView(host, problem, { texts: t, actions })
}
