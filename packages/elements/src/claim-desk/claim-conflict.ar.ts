import type { Translation } from '../core/message-types.ts'
import type { claimConflictEn } from './claim-conflict.en.ts'

/** The claim is no longer as it was shown: on the page of a claim, and in what the desk does about it. */
export const claimConflictAr: Translation<typeof claimConflictEn> = {
  problem_claim_not_adjudicated: [
    'لم تُجب جهة الدفع عن هذه المطالبة بعد، أو حلّت محلها أخرى',
    'لم يتغيّر شيء.',
    'انتظر الجواب، أو افتح آخر مطالبة للزيارة.',
  ],
  problem_version_conflict: [
    'عدّل شخص آخر هذه المطالبة',
    'ما كتبته ما زال هنا.',
    'تعرض الصفحة الآن الأحدث. قارن ثم احفظ من جديد.',
  ],
}
