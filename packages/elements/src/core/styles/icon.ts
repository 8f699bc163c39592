import { css } from 'lit'

/** An icon is drawn with lines in the color of its text. */
export const iconStyles = css`
  svg {
    display: block;
    flex: none;
    inline-size: calc(var(--_s) * 5);
    block-size: calc(var(--_s) * 5);
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`
