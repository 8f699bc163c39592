import type { components } from '@visitkit/contract'
import type { Change } from '../../../platform/contracts/change.ts'
import { coverStarted } from '../events.ts'
import type { Cover } from '../model/cover.ts'
import { presentCover } from '../presenters/present-cover.ts'
import { coverExists } from '../problems.ts'
import { covers } from '../store/covers.ts'

interface Answer {
  readonly status: 201
  readonly headers: Record<string, string>
  readonly body: components['schemas']['Cover']
}

/** Starts a cover, unless there is one between the two at that time. */
export const startedCover = (
  cover: Cover,
  practitioner: { readonly displayName: string },
  member: { readonly displayName: string },
): Change<Answer> => ({
  writes: [covers.insertOnce(cover)],
  events: [coverStarted(cover)],
  otherwise: () => {
    throw coverExists()
  },
  answer: {
    status: 201,
    headers: { location: `/v1/covers/${cover.id}` },
    body: presentCover({
      ...cover,
      practitionerName: practitioner.displayName,
      coveredByName: member.displayName,
    }),
  },
})
