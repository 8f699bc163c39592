import type { Translation } from '../core/message-types.ts'
import type { needsEn } from './needs.en.ts'

export const needsAr: Translation<typeof needsEn> = {
  captions: 'أحتاج إلى نص الكلام في زيارات الفيديو',
  captionsHint: 'نص الكلام هو ما يقال مكتوبًا على الشاشة. عندما تحجز زيارة فيديو نسألك من يكتبه.',
}
