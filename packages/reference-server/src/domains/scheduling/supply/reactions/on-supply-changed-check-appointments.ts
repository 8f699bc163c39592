import { onEvent } from '../../../../platform/contracts/reaction.ts'
import type { DomainEvent } from '../../../../platform/contracts/event.ts'
import { holdReleased, supportCheckContinued, type CheckedScope } from '../../events.ts'
import type { Hold } from '../../kernel/model/hold.ts'
import { checkSupport, type SupportReason } from '../../kernel/model/support.ts'
import { listAppointments, type EncryptedAppointment } from '../../kernel/store/appointments.ts'
import { releaseTimes, removeRows } from '../../kernel/store/claimed-rows.ts'
import { holds as holdTable, listHeld } from '../../kernel/store/holds.ts'
import type { SlotIndex } from '../../kernel/store/slot-index.ts'
import { storeSupport } from '../../kernel/workflows/store-support.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { visitsOutsideAges } from '../model/visits-outside-ages.ts'

/** Appointments that one change checks. An event continues behind the last of them. */
const batch = 200

type SupplyChanged = DomainEvent<
  | 'scheduling.availability-changed'
  | 'scheduling.closures-changed'
  | 'scheduling.visit-type-changed'
  | 'scheduling.resource-changed'
  | 'scheduling.support-check-continued'
  | 'directory.practitioner-changed'
>

interface Checked {
  readonly scope: CheckedScope
  readonly booked: readonly EncryptedAppointment[]
  readonly reasons: ReadonlyMap<string, readonly SupportReason[]>
  readonly stranded: readonly Hold[]
  readonly slots: SlotIndex
}

const scopeOf = ({ type, data }: SupplyChanged): CheckedScope => {
  switch (type) {
    case 'scheduling.closures-changed':
      return {}
    case 'scheduling.visit-type-changed':
      return { visitTypeId: data.visitTypeId, checksAges: data.agesChanged }
    case 'scheduling.resource-changed':
      return { ownerId: data.resourceId }
    case 'scheduling.support-check-continued':
      return { ownerId: data.ownerId, visitTypeId: data.visitTypeId, checksAges: data.checksAges }
    case 'scheduling.availability-changed':
    case 'directory.practitioner-changed':
      return { ownerId: data.practitionerId }
  }
}

/**
 * After every change of supply: which booked appointments does the clinic still support? The others are flagged, those that it supports
 * again are released from their flag, and holds that it does not support end. Nothing is cancelled.
 */
export const onSupplyChangedCheckAppointments = onEvent<SchedulingPorts>()(
  [
    'scheduling.availability-changed',
    'scheduling.closures-changed',
    'scheduling.visit-type-changed',
    'scheduling.resource-changed',
    'scheduling.support-check-continued',
    'directory.practitioner-changed',
  ],
  'scheduling.check-appointments-on-supply-changed',
  {
    gather: async (event, { slots, directory }, context): Promise<Checked> => {
      const { db, now } = context
      const scope = scopeOf(event)
      const isContinued = event.type === 'scheduling.support-check-continued'
      const after = isContinued ? { start: new Date(event.data.afterStart), id: event.data.afterAppointmentId } : null
      const ids = { ownerId: scope.ownerId ?? undefined, visitTypeId: scope.visitTypeId ?? undefined }
      const booking = {
        visitTypeId: ids.visitTypeId,
        practitionerId: ids.ownerId,
        status: 'booked',
        from: now,
      } as const
      const [calendar, booked, held] = await Promise.all([
        slots.currentCalendar(context),
        listAppointments(db, { ...booking, patientIds: null }, after, batch),
        isContinued ? [] : listHeld(db, ids, now, batch),
      ])
      const patientIds = [...new Set(booked.map(({ patientId }) => patientId))]
      const outside = scope.checksAges
        ? visitsOutsideAges(booked, calendar, await directory.birthDays(context, patientIds))
        : undefined
      const ofHolds = checkSupport(held, calendar)
      return {
        scope,
        booked,
        reasons: checkSupport(booked, calendar, outside && (({ id }) => outside.has(id))),
        stranded: held.filter(({ id, overridden }) => !overridden && ofHolds.get(id)?.length !== 0),
        slots,
      }
    },
    decide: (_, { scope, booked, reasons, stranded, slots }, { caller, now }) => {
      const support = storeSupport(booked, reasons, now)
      const last = booked.at(-1)
      const rest = booked.length === batch && last ? [supportCheckContinued(scope, last)] : []
      return {
        writes: [
          ...support.writes,
          ...stranded.flatMap((hold) => [
            holdTable.replace({ ...hold, state: 'released' }, hold),
            ...releaseTimes(hold),
          ]),
        ],
        events: [...support.events, ...stranded.map((hold) => holdReleased(hold)), ...rest],
        committed: () =>
          slots.apply(caller.organizationId, (calendar) => {
            for (const hold of stranded) removeRows(calendar, hold)
          }),
        answer: undefined,
      }
    },
  },
)
