// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

/// The words from which people are named. Data of the sandbox, not texts of the program.
namespace Simulated::Names {

/// A Chinese name part with its pinyin.
struct Part
{
    std::string_view hanzi;
    std::string_view pinyin;
};

// clang-format off
inline constexpr std::array surnames{
    Part{"王", "wang"}, Part{"李", "li"}, Part{"张", "zhang"}, Part{"刘", "liu"}, Part{"陈", "chen"},
    Part{"杨", "yang"}, Part{"黄", "huang"}, Part{"赵", "zhao"}, Part{"吴", "wu"}, Part{"周", "zhou"},
    Part{"徐", "xu"}, Part{"孙", "sun"}, Part{"马", "ma"}, Part{"朱", "zhu"}, Part{"胡", "hu"},
    Part{"郭", "guo"}, Part{"何", "he"}, Part{"高", "gao"}, Part{"林", "lin"}, Part{"罗", "luo"},
    Part{"郑", "zheng"}, Part{"梁", "liang"}, Part{"谢", "xie"}, Part{"宋", "song"}, Part{"唐", "tang"},
    Part{"许", "xu"}, Part{"韩", "han"}, Part{"冯", "feng"}, Part{"邓", "deng"}, Part{"曹", "cao"},
    Part{"彭", "peng"}, Part{"曾", "zeng"}, Part{"肖", "xiao"}, Part{"田", "tian"}, Part{"董", "dong"},
    Part{"袁", "yuan"}, Part{"潘", "pan"}, Part{"于", "yu"}, Part{"蒋", "jiang"}, Part{"蔡", "cai"},
    Part{"余", "yu"}, Part{"杜", "du"}, Part{"叶", "ye"}, Part{"程", "cheng"}, Part{"苏", "su"},
    Part{"魏", "wei"}, Part{"吕", "lv"}, Part{"丁", "ding"}, Part{"任", "ren"}, Part{"沈", "shen"},
    Part{"姚", "yao"}, Part{"卢", "lu"}, Part{"姜", "jiang"}, Part{"崔", "cui"}, Part{"钟", "zhong"},
    Part{"谭", "tan"}, Part{"陆", "lu"}, Part{"汪", "wang"}, Part{"范", "fan"}, Part{"石", "shi"},
    Part{"廖", "liao"}, Part{"贾", "jia"}, Part{"夏", "xia"}, Part{"付", "fu"}, Part{"方", "fang"},
    Part{"白", "bai"}, Part{"邹", "zou"}, Part{"孟", "meng"}, Part{"熊", "xiong"}, Part{"秦", "qin"},
    Part{"邱", "qiu"}, Part{"江", "jiang"}, Part{"尹", "yin"}, Part{"薛", "xue"}, Part{"闫", "yan"},
    Part{"段", "duan"}, Part{"雷", "lei"}, Part{"侯", "hou"}, Part{"龙", "long"}, Part{"史", "shi"},
    Part{"欧阳", "ouyang"}, Part{"上官", "shangguan"}, Part{"司马", "sima"}, Part{"诸葛", "zhuge"},
};

inline constexpr std::array givenNames{
    Part{"伟", "wei"}, Part{"芳", "fang"}, Part{"娜", "na"}, Part{"敏", "min"}, Part{"静", "jing"},
    Part{"丽", "li"}, Part{"强", "qiang"}, Part{"磊", "lei"}, Part{"军", "jun"}, Part{"洋", "yang"},
    Part{"勇", "yong"}, Part{"艳", "yan"}, Part{"杰", "jie"}, Part{"娟", "juan"}, Part{"涛", "tao"},
    Part{"明", "ming"}, Part{"超", "chao"}, Part{"霞", "xia"}, Part{"平", "ping"}, Part{"刚", "gang"},
    Part{"浩", "hao"}, Part{"宇", "yu"}, Part{"欣", "xin"}, Part{"悦", "yue"}, Part{"晨", "chen"},
    Part{"桂英", "guiying"}, Part{"秀英", "xiuying"}, Part{"建国", "jianguo"}, Part{"志强", "zhiqiang"},
    Part{"秀兰", "xiulan"}, Part{"婷婷", "tingting"}, Part{"浩然", "haoran"}, Part{"子轩", "zixuan"},
    Part{"雨桐", "yutong"}, Part{"梓涵", "zihan"}, Part{"欣怡", "xinyi"}, Part{"俊杰", "junjie"},
    Part{"思远", "siyuan"}, Part{"一诺", "yinuo"}, Part{"佳怡", "jiayi"}, Part{"晓明", "xiaoming"},
    Part{"文博", "wenbo"}, Part{"海燕", "haiyan"}, Part{"建华", "jianhua"}, Part{"丽华", "lihua"},
    Part{"国栋", "guodong"}, Part{"春梅", "chunmei"}, Part{"金凤", "jinfeng"}, Part{"天宇", "tianyu"},
    Part{"诗涵", "shihan"}, Part{"嘉豪", "jiahao"}, Part{"若曦", "ruoxi"}, Part{"博文", "bowen"},
    Part{"雅婷", "yating"}, Part{"子墨", "zimo"}, Part{"宇航", "yuhang"}, Part{"梦琪", "mengqi"},
    Part{"永强", "yongqiang"}, Part{"玉兰", "yulan"}, Part{"淑珍", "shuzhen"}, Part{"晓燕", "xiaoyan"},
    Part{"振华", "zhenhua"}, Part{"立新", "lixin"}, Part{"雪梅", "xuemei"}, Part{"鹏飞", "pengfei"},
    Part{"可馨", "kexin"}, Part{"睿", "rui"}, Part{"璐", "lu"}, Part{"斌", "bin"}, Part{"琳", "lin"},
    Part{"凯", "kai"}, Part{"颖", "ying"}, Part{"鑫", "xin"}, Part{"倩", "qian"}, Part{"翔", "xiang"},
};

inline constexpr std::array westernGivenNames{
    "Emma", "Olivia", "Sophie", "Alice", "Grace", "Hannah", "Laura", "Maria", "Julia", "Nina",
    "Liam", "Noah", "Oliver", "James", "Lucas", "Henry", "Daniel", "Thomas", "Martin", "Peter",
    "Chloé", "Zoë", "Inés", "José", "André", "Björn", "Søren", "Jürgen", "Amélie", "Renée",
    "Anna", "Elena", "Ivan", "Nikolai", "Priya", "Arjun", "Yuki", "Kenji", "Mina", "Carlos",
};

inline constexpr std::array westernGivenLetters{
    "emma", "olivia", "sophie", "alice", "grace", "hannah", "laura", "maria", "julia", "nina",
    "liam", "noah", "oliver", "james", "lucas", "henry", "daniel", "thomas", "martin", "peter",
    "chloe", "zoe", "ines", "jose", "andre", "bjorn", "soren", "jurgen", "amelie", "renee",
    "anna", "elena", "ivan", "nikolai", "priya", "arjun", "yuki", "kenji", "mina", "carlos",
};

inline constexpr std::array westernSurnames{
    "Smith", "Wilson", "Brown", "Taylor", "Anderson", "Martin", "Garcia", "Rossi", "Novak", "Meyer",
    "Schmidt", "Fischer", "Weber", "Dubois", "Laurent", "Moreau", "Silva", "Costa", "Hansen", "Nielsen",
    "Johansson", "Larsen", "Kowalski", "Petrov", "Ivanova", "Tanaka", "Sato", "Kim", "Park", "Nguyen",
    "Patel", "Singh", "Khan", "Murphy", "Kelly", "Walker", "Young", "King", "Wright", "Baker",
};
// clang-format on

static_assert(westernGivenNames.size() == westernGivenLetters.size());

} // namespace Simulated::Names
