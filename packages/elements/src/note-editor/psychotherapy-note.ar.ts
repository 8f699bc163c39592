import type { Translation } from '../core/message-types.ts'
import type { psychotherapyNoteEn } from './psychotherapy-note.en.ts'

export const psychotherapyNoteAr: Translation<typeof psychotherapyNoteEn> = {
  heading: 'ملاحظات العلاج النفسي',
  onlyYou: 'أنت فقط',
  about:
    'ملاحظاتك الخاصة عن هذه الجلسة، محفوظة بعيدًا عن السجل. لا تظهر في ملاحظة الزيارة ولا في ملف PDF ولا في الملخص ولا في مطالبة، ولا يمكن لأحد غيرك فتحها.',
  open: 'افتح ملاحظاتي',
  opening: 'جارٍ فتح ملاحظاتك',
  label: 'ما تريد أن تتذكره من هذه الجلسة',
  nothingYet: 'لم يُحفظ شيء بعد',
  dirty: 'لم يُحفظ بعد',
  saved: 'حُفظت {time}',
  save: 'احفظ ملاحظاتي',
  saving: 'جارٍ الحفظ',
  savedDone: 'حُفظت ملاحظاتك.',
  close: 'إغلاق',
  discard: 'إغلاق دون حفظ',
  problem_not_found: [
    'لا تُحفظ ملاحظات كهذه عن هذه الزيارة',
    'كلماتك ما زالت هنا.',
    'يحفظها فقط من أدار الجلسة. انسخ ما تحتاج إليه قبل الإغلاق.',
  ],
  problem_version_conflict: [
    'تغيّرت هذه الملاحظات على شاشة أخرى',
    'النصان محفوظان.',
    'انسخ كلماتك، وأغلق دون حفظ، ثم افتح الملاحظات من جديد وأضفها.',
  ],
}
