import type { SampleWorld, TestHandlers } from '@visitkit/sdk/testing'
import { problem } from '@visitkit/sdk/testing'

/** The colleague of the work or the patient. */
export const colleague = { id: 'practitioner-lee', displayName: 'Dr. Lee Placeholder' }

type Refused = 'not_assigned' | 'no_treatment_relationship'

/** Handlers that refuse access until the clinician covers for a colleague. */
export const refuseUntilCovered = (
  world: SampleWorld,
  code: Refused,
  operations: readonly (keyof TestHandlers)[],
  owners: readonly string[] = [colleague.id],
): TestHandlers => {
  const handlers = world.handlersFor('practitioner')
  const isCovered = (): boolean => world.state.covers.some(({ endedAt }) => endedAt === undefined)
  return Object.fromEntries(
    operations.map((operation) => [
      operation,
      (input: never) =>
        isCovered() ? (handlers[operation] as (given: never) => unknown)(input) : problem(403, code, { owners }),
    ]),
  )
}
