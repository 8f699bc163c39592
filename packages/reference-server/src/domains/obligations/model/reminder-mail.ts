import { fillMail } from '../../../vendors/notifications/fill-mail.ts'

/** The texts in each language. They name no task, no course and no person. */
const texts = {
  en: {
    subject: 'Compliance tasks: {overdue} overdue, {soon} due soon',
    text: `{organization}: of the compliance tasks that you answer for, {overdue} are overdue and {soon} are due within {days} days.

See which, and record what is done, on the compliance page: {link}

This message names no task and no person. You receive it when something comes up, {again} days before it is due, the day after, and every {again} days while something is overdue.`,
  },
  es: {
    subject: 'Tareas de cumplimiento: {overdue} atrasadas, {soon} vencen pronto',
    text: `{organization}: de las tareas de cumplimiento de las que usted responde, {overdue} están atrasadas y {soon} vencen en {days} días o menos.

Vea cuáles son y registre lo que está hecho en la página de cumplimiento: {link}

Este mensaje no nombra ninguna tarea ni a ninguna persona. Lo recibe cuando surge algo, {again} días antes del vencimiento, el día después y cada {again} días mientras algo esté atrasado.`,
  },
  ar: {
    subject: 'أعمال الامتثال: متأخر {overdue}، مستحق قريبًا {soon}',
    text: `{organization}: من أعمال الامتثال التي أنت مسؤول عنها، {overdue} متأخرة و{soon} تستحق خلال {days} يومًا.

اطّلع عليها وسجّل ما أُنجز في صفحة الامتثال: {link}

لا تذكر هذه الرسالة أي عمل ولا أي شخص. تصلك عندما يظهر شيء، وقبل موعده بـ{again} أيام، وفي اليوم التالي له، وكل {again} أيام ما دام شيء متأخرًا.`,
  },
} as const

interface ReminderValues {
  readonly organization: string
  readonly soon: number
  readonly overdue: number
  readonly days: number
  readonly again: number
  readonly link: string
}

/** In the first of the organization’s languages that has a text; otherwise English. */
export const reminderMail = (values: ReminderValues, languages: readonly string[]): ReturnType<typeof fillMail> =>
  fillMail(texts, languages, { ...values })
