import type { components } from '@visitkit/contract'
import type { OperationId } from '@visitkit/contract/operations'
import { loadMessagingPolicy } from '../../packages/reference-server/src/domains/messaging/index.ts'
import {
  everyNotice,
  noticeReadBy,
} from '../../packages/reference-server/src/domains/messaging/model/notice-read-by.ts'
import { requestNotices } from '../../packages/reference-server/src/domains/messaging/workflows/request-notice.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { keepForOrganization } from '../../packages/reference-server/src/platform/system/keep-for-organization.ts'
import type { Hospital } from './create-hospital.ts'

/** `kind/template`. */
export const nameOf = ({ kind, template }: Pick<components['schemas']['Delivery'], 'kind' | 'template'>): string =>
  `${kind}/${template}`

/** The name of every notice, with the operations that read what it is about. */
export const noticeOperations: ReadonlyMap<string, readonly OperationId[]> = new Map(
  everyNotice.map((notice) => [nameOf(notice), noticeReadBy(notice)]),
)

/** Sends the patient one notice of every kind and text. */
export const requestEveryNotice = async (hospital: Hospital, patientId: string): Promise<void> => {
  const policy = await loadMessagingPolicy()
  const { composed, clock } = hospital.server
  const keep = keepForOrganization(composed.platform.unitOfWork, 'messaging')
  await keep(hospital.id, clock.now(), (_, context) =>
    requestNotices(
      context,
      policy,
      everyNotice.map((notice) => ({
        patientId,
        ...notice,
        subject: { kind: 'other', id: newId() },
        dedupeKey: nameOf(notice),
      })),
    ),
  )
}
