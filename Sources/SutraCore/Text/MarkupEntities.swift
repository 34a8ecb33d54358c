/// What the entities of markup stand for.
package enum MarkupEntities {
  /// Most bytes of the name of an entity.
  private static let longest = 32

  /// A text with its entities resolved; what is none stays as it is.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8; what is not is replaced.
  ///   - own: What the document defines.
  /// - Returns: The text.
  package static func resolved(
    _ bytes: some Collection<UInt8>, own: [String: String] = [:]
  ) -> String {
    guard bytes.contains(0x26) else { return String(decoding: bytes, as: UTF8.self) }
    let bytes = Array(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x26 else {
        output.append(byte)
        position += 1
        continue
      }
      if let (text, next) = entity(bytes, position + 1, own) {
        output += text.utf8
        position = next
      } else {
        output.append(byte)
        position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func entity(
    _ bytes: [UInt8], _ start: Int, _ own: [String: String]
  ) -> (text: String, next: Int)? {
    guard start < bytes.count else { return nil }
    if bytes[start] == 0x23 { return number(bytes, start + 1) }
    var end = start
    while end < bytes.count, end - start < longest, isLetter(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let text = own[name] ?? names[name] else { return nil }
    let hasEnd = end < bytes.count && bytes[end] == 0x3B
    // Without its semicolon it may be part of an address, but for the five that are always meant.
    guard hasEnd || ["amp", "lt", "gt", "quot", "nbsp"].contains(name) else { return nil }
    return (text, hasEnd ? end + 1 : end)
  }

  private static func number(_ bytes: [UInt8], _ start: Int) -> (text: String, next: Int)? {
    var position = start
    var radix: UInt32 = 10
    if position < bytes.count, bytes[position] | 0x20 == 0x78 {
      radix = 16
      position += 1
    }
    var value: UInt32 = 0
    let first = position
    while position < bytes.count, let digit = digit(bytes[position], radix) {
      value = min(value * radix + digit, 0x11_0000)
      position += 1
    }
    guard position > first else { return nil }
    if position < bytes.count, bytes[position] == 0x3B { position += 1 }
    return (String(scalar(value)), position)
  }

  /// The scalar of a number; those that Windows-1252 has in the place of controls are meant as such.
  static func scalar(_ value: UInt32) -> Character {
    if (0x80...0x9F).contains(value) {
      return UInt8(exactly: value).flatMap(Windows1252.scalar).map(Character.init) ?? "\u{FFFD}"
    }
    guard value != 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return Character(scalar)
  }

  private static func digit(_ byte: UInt8, _ radix: UInt32) -> UInt32? {
    switch byte {
    case 0x30...0x39: return UInt32(byte - 0x30)
    case 0x61...0x66 where radix == 16: return UInt32(byte - 0x61 + 10)
    case 0x41...0x46 where radix == 16: return UInt32(byte - 0x41 + 10)
    default: return nil
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  /// The entities of HTML 4, and the five of XML.
  private static let names: [String: String] = {
    var names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
    let words = table.split { $0 == " " || $0 == "\n" }
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      guard let scalar = UInt32(words[index + 1]).flatMap(Unicode.Scalar.init) else { continue }
      names[String(words[index])] = String(scalar)
    }
    return names
  }()

  /// Names and numbers of the entities of HTML 4 (W3C, 1999).
  private static let table = """
    nbsp 160 iexcl 161 cent 162 pound 163 curren 164 yen 165 brvbar 166 sect 167 uml 168 copy 169
    ordf 170 laquo 171 not 172 shy 173 reg 174 macr 175 deg 176 plusmn 177 sup2 178 sup3 179
    acute 180 micro 181 para 182 middot 183 cedil 184 sup1 185 ordm 186 raquo 187 frac14 188
    frac12 189 frac34 190 iquest 191 Agrave 192 Aacute 193 Acirc 194 Atilde 195 Auml 196
    Aring 197 AElig 198 Ccedil 199 Egrave 200 Eacute 201 Ecirc 202 Euml 203 Igrave 204 Iacute 205
    Icirc 206 Iuml 207 ETH 208 Ntilde 209 Ograve 210 Oacute 211 Ocirc 212 Otilde 213 Ouml 214
    times 215 Oslash 216 Ugrave 217 Uacute 218 Ucirc 219 Uuml 220 Yacute 221 THORN 222 szlig 223
    agrave 224 aacute 225 acirc 226 atilde 227 auml 228 aring 229 aelig 230 ccedil 231 egrave 232
    eacute 233 ecirc 234 euml 235 igrave 236 iacute 237 icirc 238 iuml 239 eth 240 ntilde 241
    ograve 242 oacute 243 ocirc 244 otilde 245 ouml 246 divide 247 oslash 248 ugrave 249
    uacute 250 ucirc 251 uuml 252 yacute 253 thorn 254 yuml 255 OElig 338 oelig 339 Scaron 352
    scaron 353 Yuml 376 fnof 402 circ 710 tilde 732 Alpha 913 Beta 914 Gamma 915 Delta 916
    Epsilon 917 Zeta 918 Eta 919 Theta 920 Iota 921 Kappa 922 Lambda 923 Mu 924 Nu 925 Xi 926
    Omicron 927 Pi 928 Rho 929 Sigma 931 Tau 932 Upsilon 933 Phi 934 Chi 935 Psi 936 Omega 937
    alpha 945 beta 946 gamma 947 delta 948 epsilon 949 zeta 950 eta 951 theta 952 iota 953
    kappa 954 lambda 955 mu 956 nu 957 xi 958 omicron 959 pi 960 rho 961 sigmaf 962 sigma 963
    tau 964 upsilon 965 phi 966 chi 967 psi 968 omega 969 thetasym 977 upsih 978 piv 982
    ensp 8194 emsp 8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 ndash 8211 mdash 8212
    lsquo 8216 rsquo 8217 sbquo 8218 ldquo 8220 rdquo 8221 bdquo 8222 dagger 8224 Dagger 8225
    bull 8226 hellip 8230 permil 8240 prime 8242 Prime 8243 lsaquo 8249 rsaquo 8250 oline 8254
    frasl 8260 euro 8364 image 8465 weierp 8472 real 8476 trade 8482 alefsym 8501 larr 8592
    uarr 8593 rarr 8594 darr 8595 harr 8596 crarr 8629 lArr 8656 uArr 8657 rArr 8658 dArr 8659
    hArr 8660 forall 8704 part 8706 exist 8707 empty 8709 nabla 8711 isin 8712 notin 8713 ni 8715
    prod 8719 sum 8721 minus 8722 lowast 8727 radic 8730 prop 8733 infin 8734 ang 8736 and 8743
    or 8744 cap 8745 cup 8746 int 8747 there4 8756 sim 8764 cong 8773 asymp 8776 ne 8800
    equiv 8801 le 8804 ge 8805 sub 8834 sup 8835 nsub 8836 sube 8838 supe 8839 oplus 8853
    otimes 8855 perp 8869 sdot 8901 lceil 8968 rceil 8969 lfloor 8970 rfloor 8971 lang 9001
    rang 9002 loz 9674 spades 9824 clubs 9827 hearts 9829 diams 9830
    """
}
