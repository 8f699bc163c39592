import type { Translation } from '../core/message-types.ts'
import type { resourceChoiceEn } from './resource-choice.en.ts'

export const resourceChoiceAr: Translation<typeof resourceChoiceEn> = {
  resource: 'غرفة أو مترجم أو جهاز',
  anyResource: 'أي واحد متاح',
  kind_room: 'الغرفة',
  kind_interpreter: 'المترجم',
  kind_equipment: 'الجهاز',
}
