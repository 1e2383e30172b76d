/** What two e-mails of one administrator have in common: surrounding blanks and case don't count. */
export const emailKey = (email: string) => email.trim().normalize('NFC').toLowerCase().normalize('NFC')
