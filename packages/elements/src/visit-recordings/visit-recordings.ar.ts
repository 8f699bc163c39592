import type { Translation } from '../core/message-types.ts'
import type { visitRecordingsEn } from './visit-recordings.en.ts'

export const visitRecordingsAr: Translation<typeof visitRecordingsEn> = {
  heading: 'تسجيلات الزيارات',
  waiting: 'جارٍ تحميل التسجيلات',
  log: 'كلما فُتح تسجيل أو نُزّل، كُتب ذلك في قائمة من اطّلع على السجل.',
  keepSafe: 'الملف الذي تنزّله لا يبقى محميًا. احفظه في مكان آمن.',
  noneYet: 'لم تُسجَّل أي من الزيارات الأخيرة.',
  name: 'تسجيل {moment}',
  underAMinute: 'أقل من دقيقة',
  recorded: 'من سُجّلوا: {people}',
  who_patient: 'المريض',
  who_proxy: 'من ينوب عن المريض',
  who_practitioner: 'الطبيب',
  who_guest: 'الضيف',
  who_interpreter: 'المترجم',
  play: 'تشغيل',
  playOf: 'تشغيل: {name}',
  close: 'إغلاق',
  closeOf: 'إغلاق: {name}',
  save: 'تنزيل',
  saveOf: 'تنزيل: {name}',
  fetching: 'جارٍ تحميل التسجيل. قد يستغرق ذلك لحظة.',
  opened: 'التسجيل مفتوح.',
  saved: 'التسجيل موجود في التنزيلات.',
  fileName: 'تسجيل-زيارة',
  cannotPlay: 'لا يستطيع هذا المتصفح تشغيل التسجيل. نزّله وافتحه في برنامج آخر.',
}
