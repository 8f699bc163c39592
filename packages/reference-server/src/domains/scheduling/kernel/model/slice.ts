/** Time is divided into slices of five minutes, counted from the epoch. Every length, buffer, step and window is a multiple of them. */
export const sliceMinutes = 5
export const sliceMs = sliceMinutes * 60_000
export const slicesPerDay = 86_400_000 / sliceMs
