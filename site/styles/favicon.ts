/** A lectern, in two strokes. */
export const favicon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1d5f5a"/><path d="M7 13l18-5v5L7 18zM16 15.5v9m-5 0h10" fill="none" stroke="#fcfbf8" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"/></svg>'
