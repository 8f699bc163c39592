import type { components } from '@visitkit/contract'
import type { Access } from '../../../platform/contracts/access.ts'
import { isShown, isToPassOn } from '../model/pass-on-correction.ts'
import type { PrivacyRequest } from '../model/privacy-request.ts'

type Schemas = components['schemas']

interface Shown {
  /** Of the members who decided and notified. */
  readonly nameOf: (memberId: string) => string | null
  /** A recipient that was only sent what is withheld from the reader is left out. */
  readonly access: Pick<Access, 'withheld'>
}

export const presentRequest = (
  request: PrivacyRequest,
  { nameOf, access }: Shown,
  patient?: Schemas['PatientSummary'],
): Schemas['PrivacyRequest'] => ({
  id: request.id,
  patientId: request.patientId,
  ...(patient && { patient }),
  kind: request.kind,
  ...(request.visitId !== null && { visitId: request.visitId }),
  what: request.what,
  ...(request.why !== null && { why: request.why }),
  askedAt: request.askedAt.toISOString(),
  askedByKind: request.askedByKind,
  status: request.status,
  dueAt: request.dueAt.toISOString(),
  ...(request.extendedAt !== null && {
    extension: { at: request.extendedAt.toISOString(), reason: request.extensionReason ?? '' },
  }),
  ...(request.decidedAt !== null && {
    decision: {
      at: request.decidedAt.toISOString(),
      by: request.decidedById === null ? null : nameOf(request.decidedById),
      ...(request.ground !== null && { ground: request.ground }),
      ...(request.keptUntil !== null && { keptUntil: request.keptUntil }),
      text: request.decisionText ?? '',
    },
  }),
  ...(request.disagreedAt !== null && {
    disagreement: { at: request.disagreedAt.toISOString(), text: request.disagreement ?? '' },
  }),
  ...(isToPassOn(request) && {
    recipients: request.recipients
      .filter((one) => isShown(one, access.withheld))
      .map(({ id, kind, name, address, content, lastSentOn, state, chosenAt, notification }) => ({
        ...{ id, kind, name, state },
        ...(address !== undefined && { address }),
        ...(content !== undefined && { content }),
        ...(lastSentOn !== undefined && { lastSentOn }),
        ...(chosenAt !== undefined && { chosenAt }),
        ...(notification && {
          notification: {
            ...{ on: notification.on, channel: notification.channel, by: nameOf(notification.byId) },
            ...(notification.note !== undefined && { note: notification.note }),
          },
        }),
      })),
  }),
  version: request.version,
})
