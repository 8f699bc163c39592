import type { ResourceKind } from '@visitkit/sdk'
import type { CodeWords, Messages } from '../core/message-types.ts'

/** Texts of the choice of a room, an interpreter or a device. */
export const resourceChoiceEn = {
  resource: 'Room, interpreter or device',
  anyResource: 'Any that is free',
  kind_room: 'Room',
  kind_interpreter: 'Interpreter',
  kind_equipment: 'Device',
} as const satisfies Messages & CodeWords<'kind', ResourceKind>
