import { Problem } from '../../../../platform/problems/problem.ts'
import { refusedProperties } from '../../kernel/model/refused-properties.ts'

export const alreadyRequested = (): Problem =>
  new Problem(
    409,
    'already_requested',
    'The patient already waits for the next free practitioner. Leave the line first, or keep waiting.',
    {
      errors: [
        { pointer: '/patientId', code: 'already_requested', message: 'Must be a patient who does not wait already.' },
      ],
    },
  )

export const requestEnded = (status: string): Problem =>
  new Problem(
    409,
    'request_ended',
    status === 'taken'
      ? 'Another practitioner has taken this request. Choose the next one.'
      : 'The patient does not wait any more. Choose another request, or wait in line again.',
    { reason: status, about: refusedProperties.request_ended },
  )

export const practitionerBusy = (): Problem =>
  new Problem(
    409,
    'practitioner_busy',
    'You have another visit at this time. Take the request when your time is free.',
    {
      about: refusedProperties.practitioner_busy,
    },
  )
