import type { Translation } from '../core/message-types.ts'
import type { practitionerPhotosEn } from './practitioner-photos.en.ts'

export const practitionerPhotosAr: Translation<typeof practitionerPhotosEn> = {
  loading: 'جارٍ تحميل المختصين',
  hint: 'يرى المرضى الصورة حيث يختارون المختص ومع زياراتهم. صورة JPEG أو PNG أو WebP لا تزيد على 10 ميغابايت، وتُقص مربعة.',
  none: 'ليس في العيادة مختصون بعد.',
  choose: 'اختيار صورة',
  chooseOf: 'اختيار صورة {name}',
  replace: 'اختيار صورة أخرى',
  replaceOf: 'اختيار صورة أخرى لـ {name}',
  remove: 'إزالة الصورة',
  removeOf: 'إزالة الصورة: {name}',
  more: 'عرض مزيد من المختصين',
  sending: 'جارٍ حفظ الصورة',
  saved: 'حُفظت صورة {name}.',
  removed: 'أُزيلت صورة {name}.',
  tooLarge: 'هذه الصورة أكبر من 10 ميغابايت. اختر صورة أصغر.',
  otherType: 'هذه ليست صورة JPEG أو PNG أو WebP. اختر صورة أخرى.',
  problem_unsupported_attachment_type: [
    'هذا الملف ليس صورة يمكن استخدامها',
    'لم يتغيّر شيء.',
    'اختر صورة JPEG أو PNG أو WebP.',
  ],
  problem_attachment_unreadable: ['هذه الصورة تالفة', 'لم يتغيّر شيء.', 'احفظ الصورة من جديد أو اختر غيرها.'],
  problem_body_too_large: ['هذه الصورة كبيرة جدًا', 'لم يتغيّر شيء.', 'اختر صورة لا تزيد على 10 ميغابايت.'],
  problem_version_conflict: ['غيّر زميل بيانات هذا المختص', 'لم يتغيّر شيء.', 'القائمة محدّثة الآن: اختر الصورة من جديد.'],
}
