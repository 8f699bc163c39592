import type { Translation } from '../core/message-types.ts'
import type { namesEn } from './names.en.ts'

export const namesAr: Translation<typeof namesEn> = {
  official: 'الاسم الرسمي',
  officialHint: 'كما هو في جواز السفر أو رخصة القيادة.',
  given: 'الاسم الأول',
  middle: 'الأسماء الوسطى',
  family: 'اسم العائلة',
  suffix: 'لاحقة مثل Jr',
  nameMissing: 'أدخل الاسم الأول أو اسم العائلة.',
  save: 'حفظ الاسم',
  saved: 'تم حفظ الاسم.',

  others: 'أسماء أخرى',
  othersHint: 'مثل اسم سابق أو لقب أو الاسم بأبجدية أخرى.',
  noOthers: 'لا توجد أسماء أخرى.',
  use_usual: 'الاسم المستخدم يوميًا',
  use_nickname: 'لقب',
  use_maiden: 'الاسم قبل الزواج',
  use_old: 'اسم سابق',
  addName: 'إضافة اسم',
  kind: 'نوع الاسم',
  add: 'إضافة الاسم',
  added: 'تمت إضافة الاسم.',
  remove: 'إزالة',
  removeOf: 'إزالة: {name}',
  removed: 'تمت الإزالة: {name}',

  cards: 'الاسم على بطاقة التأمين',
  cardsHint: 'املأه فقط إذا كان الاسم مكتوبًا على البطاقة بطريقة أخرى.',
  cardSame: 'لا توجد كتابة أخرى مسجلة.',
  cardAdd: 'أدخل الاسم المكتوب على البطاقة',
  cardAddOf: 'أدخل الاسم المكتوب على البطاقة: {name}',
  cardClear: 'البطاقة تحمل الاسم الرسمي',
  noCoverage: 'لا يوجد تأمين مسجل.',
}
