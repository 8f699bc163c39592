import type { Translation } from '../core/message-types.ts'
import type { movePlaceEn } from './move-place.en.ts'

export const movePlaceAr: Translation<typeof movePlaceEn> = {
  where: 'المكان',
  state: 'الولاية التي ستكون فيها',
  stateOf: 'ولاية {name} وقت الزيارة',
  stateHint: 'تحدد من يجوز له إجراء الزيارة.',
  chooseState: 'اختر ولاية',
}
