/** The steps that change or cancel a visit. Loaded after the first render. */
export { askToCancel, cancelledAppointment } from './cancel-appointment.ts'
export { chooseNewTime, confirmNewTime, movedAppointment } from './move-appointment.ts'
