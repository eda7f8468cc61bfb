/** The most used passwords of leaked lists: refused whatever else they fulfil (ASVS 6.2.4). */
export interface CommonPasswords {
  has(password: string): Promise<boolean>;
}
