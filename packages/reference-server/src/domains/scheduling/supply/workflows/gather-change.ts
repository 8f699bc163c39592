import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import { wallPeriods } from '../../kernel/model/wall-periods.ts'
import type { VersionedClosures } from '../../kernel/store/closures.ts'
import type { Resource } from '../../kernel/store/resources.ts'
import type { VisitType } from '../../kernel/store/visit-types.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { invalidRequest, unknownReference, versionConflict } from '../../problems.ts'
import { requireValidResource } from '../model/require-valid-resource.ts'
import { excludesMore } from '../model/changed-ages.ts'
import { withAvailability, withClosures, withResource, withVisitType } from '../model/changed-supply.ts'
import { changeVisitType } from '../model/change-visit-type.ts'
import { requireKnownSpecialties } from '../model/require-known-specialties.ts'
import { requireValidClosures } from '../model/require-valid-closures.ts'
import { requireValidRanges } from '../model/require-valid-ranges.ts'
import { requireValidWindows } from '../model/require-valid-windows.ts'
import { validateVisitType } from '../model/validate-visit-type.ts'
import { gatherAvailability } from './gather-availability.ts'
import { gatherEffect, type SupplyEffect } from './gather-effect.ts'

type Schemas = components['schemas']

/** What is stored now, what the change makes of it, and what that does to appointments and holds. The same for a change and its preview. */
export interface LoadedChange<Stored> {
  readonly before: Stored
  readonly after: Stored
  readonly effect: SupplyEffect
}

/** Appointments are looked for this far ahead, further than any horizon. */
const aheadMs = 3 * 366 * 86_400_000

export const gatherHours = async (
  ports: SchedulingPorts,
  context: ReadContext,
  practitionerId: string,
  { zone: named, weekly, exceptions, limits, weight, version }: Schemas['PutAvailability'],
): Promise<LoadedChange<Schemas['Availability']>> => {
  const zone = requireValidWindows({ zone: named, weekly, exceptions })
  const { calendar, before } = await gatherAvailability(ports, context, practitionerId)
  for (const window of [...weekly, ...exceptions.flatMap(({ windows }) => windows)])
    if (window.visitTypeIds?.some((id) => !calendar.visitType(id)))
      throw unknownReference('/weekly', 'Every one of visitTypeIds must be the id of a visit type.')
  if (before.version !== version) throw versionConflict()
  const rules = { weekly, exceptions, ...(limits ? { limits } : {}), ...(weight === undefined ? {} : { weight }) }
  const after = { practitionerId, zone, ...rules, timeOff: before.timeOff, version: version + 1 }
  const supply = withAvailability(calendar, practitionerId, after)
  return { before, after, effect: await gatherEffect(context, supply, { ownerId: practitionerId }) }
}

/** With `cancel`, every booked appointment in the range counts, stranded by something else or not. */
export const gatherTimeOff = async (
  ports: SchedulingPorts,
  context: ReadContext,
  practitionerId: string,
  { from, to, appointments }: Pick<Schemas['AddTimeOff'], 'from' | 'to' | 'appointments'>,
): Promise<{ readonly before: Schemas['Availability']; readonly effect: SupplyEffect }> => {
  const range = { from, to }
  requireValidRanges([range], () => '')
  const { calendar, before } = await gatherAvailability(ports, context, practitionerId)
  const now = context.now.getTime()
  const effect = await gatherEffect(
    context,
    withAvailability(calendar, practitionerId, { ...before, timeOff: [...before.timeOff, range] }),
    {
      ownerId: practitionerId,
      periods: wallPeriods(before.zone, [range], now, now + aheadMs),
      isCancelled: appointments === 'cancel',
    },
  )
  return { before, effect }
}

export const gatherClosures = async (
  { slots, directory }: SchedulingPorts,
  context: ReadContext,
  { items, version }: Schemas['PutClosures'],
): Promise<LoadedChange<VersionedClosures>> => {
  requireValidClosures(items)
  const [calendar, { zone }] = await Promise.all([slots.currentCalendar(context), directory.organization(context)])
  const before = calendar.closures
  if (before.version !== version) throw versionConflict()
  const after = { zone, items, version: version + 1 }
  const known = new Set(before.items.map(({ from, to }) => `${from}/${to}`))
  const added = items.filter(({ from, to }) => !known.has(`${from}/${to}`))
  const now = context.now.getTime()
  const periods = wallPeriods(zone, added, now, now + aheadMs)
  return { before, after, effect: await gatherEffect(context, withClosures(calendar, after), { periods }) }
}

export const gatherVisitType = async (
  { slots, specialties, readBirthDays }: SchedulingPorts,
  context: ReadContext,
  visitTypeId: string,
  change: Schemas['UpdateVisitType'],
): Promise<LoadedChange<VisitType>> => {
  requireKnownSpecialties(change, specialties)
  const calendar = await slots.currentCalendar(context)
  const before = isUuid(visitTypeId) ? calendar.visitType(visitTypeId) : undefined
  if (!before) throw notFound('visit_type_unknown')
  if (before.version !== change.version) throw versionConflict()
  const after = changeVisitType(before, change)
  const faults = validateVisitType(after)
  if (faults.length > 0) throw invalidRequest(faults)
  // Only other ages and a license that becomes necessary strand what is booked: its length and its specialty stay.
  const isForFewer = excludesMore(before, after)
  const periods = isForFewer || (after.licenseRequired && !before.licenseRequired) ? undefined : []
  const scope = { visitTypeId, periods, readBirthDays: isForFewer ? readBirthDays : undefined }
  return { before, after, effect: await gatherEffect(context, withVisitType(calendar, after), scope) }
}

export const gatherResource = async (
  { slots }: SchedulingPorts,
  context: ReadContext,
  resourceId: string,
  { version, affected: _affected, ...changes }: Schemas['UpdateResource'],
): Promise<LoadedChange<Resource>> => {
  const calendar = await slots.currentCalendar(context)
  const before = isUuid(resourceId) ? calendar.resource(resourceId) : undefined
  if (!before) throw notFound('resource_unknown')
  if (before.version !== version) throw versionConflict()
  const after = requireValidResource({ ...before, ...changes, version: version + 1 })
  const effect = await gatherEffect(context, withResource(calendar, after), { ownerId: resourceId })
  return { before, after, effect }
}
