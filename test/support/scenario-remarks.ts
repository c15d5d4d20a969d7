import { splitRemark } from './scenario.js';

/** What stands in parentheses after a name: each remark is taken once, and none may be left over. */
export class Remarks {
  private readonly name: string;
  private remarks: readonly string[];

  constructor(private readonly text: string) {
    ({ name: this.name, remarks: this.remarks } = splitRemark(text));
  }

  /** The named parts of what stands before the parentheses. */
  match(form: RegExp): Readonly<Record<string, string | undefined>> {
    const found = form.exec(this.name);
    if (found === null) throw new Error(`not understood: "${this.text}"`);
    return found.groups ?? {};
  }

  /** The part of the first remark of this form. */
  take(form: RegExp): string | undefined {
    const remark = this.remarks.find((each) => form.test(each));
    if (remark === undefined) return undefined;
    this.remarks = this.remarks.filter((each) => each !== remark);
    return form.exec(remark)?.[1] ?? remark;
  }
  need(form: RegExp): string {
    const taken = this.take(form);
    if (taken === undefined) throw new Error(`"${this.text}" does not say ${String(form)}`);
    return taken;
  }
  has(remark: string): boolean {
    return this.take(new RegExp(`^${remark}$`)) !== undefined;
  }

  /** Gives the value back once everything was understood. */
  done<T>(value: T): T {
    if (this.remarks.length > 0)
      throw new Error(`not understood: (${this.remarks.join(', ')}) of "${this.text}"`);
    return value;
  }
}
