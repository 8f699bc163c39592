import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { instant } from '../../kernel/model/instant.ts'
import { readCursor, writeCursor } from '../../kernel/store/page-cursor.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { oneChangeOnly } from '../model/supply-problems.ts'
import { withPractitioner } from '../model/changed-supply.ts'
import { requireNewTimeOff } from '../model/time-off.ts'
import {
  gatherClosures,
  gatherHours,
  gatherResource,
  gatherTimeOff,
  gatherVisitType,
} from '../workflows/gather-change.ts'
import { gatherEffect, type SupplyEffect } from '../workflows/gather-effect.ts'

type Schemas = components['schemas']

/** For practitioners: what is not theirs alone has no owner among them. */
const requireOrganization = ({ access }: ReadContext): void => {
  access.requireOwner([])
}

const effectOf = async (
  ports: SchedulingPorts,
  context: ReadContext,
  change: Schemas['SupplyChange'],
): Promise<SupplyEffect> => {
  const [kind, ...others] = Object.keys(change)
  if (kind === undefined || others.length > 0) throw oneChangeOnly()
  const { availability, timeOff, closures, practitioner, visitType, resource } = change
  if (availability) {
    const { practitionerId, ...hours } = availability
    return (await gatherHours(ports, context, practitionerId, hours)).effect
  }
  if (timeOff) {
    const { practitionerId, from, to, appointments = 'flag' } = timeOff
    const { before, effect } = await gatherTimeOff(ports, context, practitionerId, { from, to, appointments })
    if (appointments === 'flag') requireNewTimeOff(before, timeOff)
    return effect
  }
  if (practitioner) {
    const { practitionerId, ...facts } = practitioner
    context.access.requireOwner([practitionerId])
    const [calendar, before] = await Promise.all([
      ports.slots.currentCalendar(context),
      ports.directory.practitioner(context, practitionerId),
    ])
    return gatherEffect(context, withPractitioner(calendar, { ...before, ...facts }), { ownerId: practitionerId })
  }
  requireOrganization(context)
  if (closures) return (await gatherClosures(ports, context, closures)).effect
  if (resource) {
    const { resourceId, ...facts } = resource
    return (await gatherResource(ports, context, resourceId, facts)).effect
  }
  if (!visitType) throw oneChangeOnly()
  const { visitTypeId, ...type } = visitType
  return (await gatherVisitType(ports, context, visitTypeId, type)).effect
}

export const previewSupplyChange = operation<SchedulingPorts>()('previewSupplyChange', {
  read: async ({ query, body }, _, context, ports) => {
    const { affected, holds } = await effectOf(ports, context, body)
    const after = readCursor(query.cursor)
    const limit = query.limit ?? 50
    const rest =
      after === null ? affected : affected.slice(1 + affected.findIndex((each) => each.appointment.id === after.id))
    const shown = rest.slice(0, limit)
    const last = shown.at(-1)?.appointment
    return {
      status: 200,
      body: {
        items: await presentAffected(ports, context, shown),
        nextCursor: last && rest.length > limit ? writeCursor(last) : null,
        count: affected.length,
        holds: holds.length,
      },
    }
  },
})

/** Patients are named only for callers who may read appointments. */
const presentAffected = async (
  { directory, slots, readsAppointments }: SchedulingPorts,
  context: ReadContext,
  affected: SupplyEffect['affected'],
): Promise<Schemas['AffectedAppointment'][]> => {
  const idsOf = (of: 'patientId' | 'practitionerId'): string[] => [
    ...new Set(affected.map(({ appointment }) => appointment[of])),
  ]
  const [calendar, practitioners, patients] = await Promise.all([
    slots.calendar(context),
    directory.practitionerSummaries(context, idsOf('practitionerId')),
    affected.length > 0 && readsAppointments(context.caller)
      ? directory.patientSummaries(context, idsOf('patientId'))
      : undefined,
  ])
  return affected.map(({ appointment, reasons }) => {
    const { id, patientId, visitTypeId, start, end } = appointment
    const practitioner = practitioners.get(appointment.practitionerId)
    const type = calendar.visitType(visitTypeId)
    if (!practitioner || !type) throw new Error('practitioners and visit types of appointments are never removed')
    const patient = patients?.get(patientId)
    return {
      appointmentId: id,
      ...(patients ? { patientId } : {}),
      ...(patient ? { patient } : {}),
      practitioner,
      visitTypeId,
      visitTypeName: type.name,
      start: instant(start),
      end: instant(end),
      reasons: [...reasons],
    }
  })
}
