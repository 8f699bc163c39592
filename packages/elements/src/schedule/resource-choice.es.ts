import type { Translation } from '../core/message-types.ts'
import type { resourceChoiceEn } from './resource-choice.en.ts'

export const resourceChoiceEs: Translation<typeof resourceChoiceEn> = {
  resource: 'Sala, intérprete o equipo',
  anyResource: 'Cualquiera que esté libre',
  kind_room: 'Sala',
  kind_interpreter: 'Intérprete',
  kind_equipment: 'Aparato',
}
