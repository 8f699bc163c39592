import type { Translation } from '../core/message-types.ts'
import type { filesEn } from './files.en.ts'

export const filesAr: Translation<typeof filesEn> = {
  attach: 'أضف صورة أو PDF',
  attachHint: 'خمسة ملفات على الأكثر، كل منها 10 ميغابايت. تُحذف بيانات الكاميرا مثل المكان.',
  attachFull: 'خمسة ملفات هي الحد الأقصى.',
  filesNotKept: 'لا تُحفظ الملفات إذا غادرت هذه الصفحة. أرسلها أولًا أو أضفها من جديد.',
  attaching: 'جارٍ إضافة الملف',
  fileMissing: 'ما زال الملف قيد الإضافة. أرسل عندما يظهر هنا.',
  attached: 'الملف {number}: {kind}',
  remove: 'إزالة الملف {number}',
  kind_image: 'صورة',
  kind_pdf: 'PDF',
  open: 'عرض الصورة',
  save: 'حفظ ملف PDF',
  fileName: 'attachment',
  problem_unsupported_attachment_type: [
    'لا يمكن إرسال هذا النوع من الملفات',
    'رسالتك ما زالت هنا.',
    'اختر صورة JPEG أو PNG أو WebP، أو ملف PDF.',
  ],
  problem_attachment_unreadable: ['تعذرت قراءة الملف', 'رسالتك ما زالت هنا.', 'جرّب نسخة أخرى منه أو صورة له.'],
  problem_body_too_large: ['الملف كبير جدًا', 'رسالتك ما زالت هنا.', 'اختر ملفًا لا يتجاوز 10 ميغابايت.'],
}
