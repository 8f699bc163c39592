import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { StoredDisclosure } from '../model/disclosure.ts'
import { localTimeIn } from '../model/monitor/local-time.ts'
import type { CompliancePorts } from '../ports.ts'
import type { MemberNames } from '../presenters/present-access-cases.ts'
import { namesOfMembers } from './gather-case.ts'

/** Today, on the clock of the organization. */
export const todayIn = async (
  context: ReadContext,
  { directory }: Pick<CompliancePorts, 'directory'>,
): Promise<number> => {
  const { zone } = await directory.organization(context)
  return localTimeIn(zone)(context.now.getTime()).day
}

/** Who recorded, corrected and suspended them, and the caller, who may be about to. */
export const namesInDisclosures = (
  context: ReadContext,
  ports: Pick<CompliancePorts, 'directory'>,
  found: readonly StoredDisclosure[],
): Promise<MemberNames> =>
  namesOfMembers(context, ports, [
    context.caller.personId,
    ...found.flatMap(({ recordedBy, suspendedBy, corrections }) => [
      recordedBy,
      suspendedBy,
      ...corrections.map(({ by }) => by),
    ]),
  ])
