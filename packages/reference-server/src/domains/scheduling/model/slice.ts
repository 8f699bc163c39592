/** Time is cut into slices of five minutes, counted from the epoch: every length, buffer, step and window is a whole number of them. */
export const sliceMinutes = 5
export const sliceMs = sliceMinutes * 60_000
export const slicesPerDay = 86_400_000 / sliceMs
