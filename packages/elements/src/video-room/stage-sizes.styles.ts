import { css } from 'lit'

/** The stage next to a chart, and on a phone. After the styles of the stage. */
export const stageSizesStyles = css`
  /* Each label is below its icon: next to it, the buttons need two lines in some languages, which cover participants and the self view. */
  @container (min-width: 481px) {
    .controls {
      gap: calc(var(--_s) * 1.5);
    }
    .controls .btn {
      flex-direction: column;
      inline-size: min-content;
      gap: var(--_s);
      min-block-size: calc(var(--_s) * 13);
      padding: var(--_s) calc(var(--_s) * 1.5);
      font-size: calc(var(--_rem) * 0.8125);
    }
    .below {
      padding-inline: calc(var(--_s) * 2);
    }
    .stage:has(.alone):has(.guest-notice) {
      min-block-size: 620px;
    }
    /* Above the self view. */
    .tile .link-note {
      align-self: start;
      margin-block-start: calc(var(--_s) * 16);
    }
  }
  /* What is said of the call needs one line, in some languages two; the name is at the start of the second one. */
  @container (max-width: 760px) {
    .timer {
      inset-inline-start: calc(var(--_s) * 4);
    }
    .state {
      max-inline-size: 70%;
    }
    .nameplate {
      inset-block-start: calc(var(--_s) * 14);
      max-inline-size: calc(50% - var(--_s) * 5);
    }
  }
  /* Next to a chart on a small screen. */
  @container (min-width: 481px) and (max-width: 760px) {
    .controls {
      gap: var(--_s);
    }
    .controls .btn {
      padding-inline: var(--_s);
      font-size: calc(var(--_rem) * 0.75);
    }
  }
  @container (max-width: 480px) {
    .controls .word {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      white-space: nowrap;
    }
    .below {
      padding-inline: calc(var(--_s) * 2);
    }
    .controls .btn {
      padding-inline: calc(var(--_s) * 3);
    }
    .controls .labeled {
      padding-inline: calc(var(--_s) * 2);
      font-size: calc(var(--_rem) * 0.9375);
    }
    .controls .break {
      display: block;
    }
    .controls .labeled .word {
      position: static;
      clip-path: none;
      inline-size: auto;
      block-size: auto;
    }
    .controls .labeled svg {
      display: none;
    }
    /* Between the self view above and the buttons below. */
    .alone {
      align-self: start;
      padding-block: calc(var(--_s) * 46) 0;
    }
    /* A note has the place between the two, and room for its longest text. */
    .tile .link-note,
    .tile video ~ .link-note {
      align-self: start;
      margin-block-start: calc(var(--_s) * 44);
      padding: calc(var(--_s) * 2);
    }
    .stage:has(.call-banner, .guest-notice) {
      min-block-size: 600px;
    }
    .stage:has(.alone) {
      min-block-size: 550px;
    }
    .stage:has(.link-note) {
      min-block-size: 600px;
    }
    /* One after the other, so that they cover as little as possible; the list of guests has all. */
    .guest-notice:not(:first-child) {
      display: none;
    }
    .stage:has(.alone):has(.guest-notice) {
      min-block-size: 880px;
    }
    /* The buttons need two lines here: the self view moves up, to below what is said of the call. */
    .self {
      inset-block: calc(var(--_s) * 24) auto;
    }
    .call-banner {
      max-inline-size: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .alone b {
      animation: breathe 1.6s ease-in-out infinite alternate;
    }
    @keyframes breathe {
      to {
        opacity: 0.6;
      }
    }
  }
`
