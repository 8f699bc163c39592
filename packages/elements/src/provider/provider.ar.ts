import type { Translation } from '../core/message-types.ts'
import type { providerEn } from './provider.en.ts'

export const providerAr: Translation<typeof providerEn> = {
  stillHere: 'هل ما زلت هنا؟',
  idleWhy: 'لحماية معلوماتك الصحية، سنسجّل خروجك بعد {time}. ما حفظته يبقى محفوظًا.',
  stay: 'البقاء في الجلسة',
  signOut: 'تسجيل الخروج الآن',
  endsSoon: 'وقتك على وشك الانتهاء',
  absoluteWhy: 'من أجل سلامتك، سيتم تسجيل خروجك بعد {time}. احفظ ما تعمل عليه. يمكنك تسجيل الدخول مرة أخرى على الفور.',
  goOn: 'متابعة',
  minutesLeft: {
    zero: 'لم تبقَ أي دقيقة',
    one: 'بقيت دقيقة واحدة',
    two: 'بقيت دقيقتان',
    few: 'بقيت {count} دقائق',
    many: 'بقيت {count} دقيقة',
    other: 'بقيت {count} دقيقة',
  },
  extended: 'ما زلت مسجّل الدخول.',
  notExtended: 'تعذّر الوصول إلى العيادة. حاول مرة أخرى.',
  unreached: 'تعذّر الوصول إلى العيادة. نواصل المحاولة.',
  endedTitle: 'تم تسجيل خروجك',
  endedIdle: 'لم تستخدم الصفحة لبعض الوقت، فسجّلنا خروجك لحماية معلوماتك الصحية. ما حفظته يبقى محفوظًا.',
  endedOther: 'انتهت جلستك لحماية معلوماتك الصحية. ما حفظته يبقى محفوظًا.',
  signInAgain: 'تسجيل الدخول مرة أخرى',
}
